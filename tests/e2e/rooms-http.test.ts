import { randomUUID } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { HttpBrowser, signedInBrowser } from '@/tests/support/http-browser'

const baseUrl = inject('baseUrl')

async function openRoom(body: object = { name: 'Kitchen' }) {
  const { browser: host } = await signedInBrowser(baseUrl)
  const response = await host.ask('POST', '/api/rooms', body)
  expect(response.status).toBe(201)
  return { host, room: await response.json() }
}

async function guestIn(code: string, displayName = 'Jonas') {
  const guest = new HttpBrowser(baseUrl)
  const response = await guest.ask('POST', `/api/rooms/${code}/members`, { displayName })
  expect(response.status).toBe(201)
  const { memberId } = await response.json()
  return { guest, memberId }
}

async function someTracks(browser: HttpBrowser): Promise<{ id: string }[]> {
  return (await (await browser.ask('GET', '/api/tracks?sort=new')).json()).items
}

/** "403 banned" */
async function outcome(answer: Promise<Response>): Promise<string> {
  const response = await answer
  const text = await response.text()
  return `${response.status} ${text ? (JSON.parse(text).error?.code ?? '') : ''}`.trim()
}

test('a host opens a room, a guest joins with the code and a name, adds, upvotes and takes back', async () => {
  const { host, room } = await openRoom({ name: ' Rooftop ', settings: { whoAdds: 'everyone' } })
  expect(room).toMatchObject({ id: expect.any(String), name: 'Rooftop', isPublic: false, isLocked: false })
  const code = room.code.toLowerCase()
  const preview = await (await new HttpBrowser(baseUrl).ask('GET', `/api/rooms/${code}/preview`)).json()
  expect(preview).toMatchObject({ name: 'Rooftop', hostName: expect.any(String), listening: 1, locked: false })
  const { guest, memberId } = await guestIn(code)
  const [track] = await someTracks(guest)
  const added = await guest.ask('POST', `/api/rooms/${code}/streams`, { trackId: track?.id })
  expect(added.status).toBe(201)
  const { streamId, queueId, version } = await added.json()
  const upvote = `/api/rooms/${code}/streams/${streamId}/upvote`
  for (const browser of [guest, guest, host]) expect((await browser.ask('PUT', upvote)).status).toBe(200)
  const taken = await (await host.ask('DELETE', upvote)).json()
  expect(taken).toEqual({ votes: 1, votedByMe: false, version: version + 3 })
  const snapshot = await (await guest.ask('GET', `/api/rooms/${code}`)).json()
  expect(snapshot).toMatchObject({
    version: version + 3,
    me: { memberId, displayName: 'Jonas', isGuest: true, role: 'listener' },
    queue: [{ queueId, streamId, votes: 1, votedByMe: true, track: { id: track?.id } }],
  })
  const trending = await (await guest.ask('GET', `/api/rooms/${code}/trending?limit=5`)).json()
  expect(trending).toMatchObject([{ streamId, recentUpvotes: 1, heat: expect.any(Number) }])
  const mine = await (await guest.ask('GET', '/api/me/stats')).json()
  expect(mine).toMatchObject({
    totals: { totalAdded: 1, totalLikesGot: 1, totalLikesGiven: 1 },
    rooms: [{ code: room.code }],
  })
  expect(await (await host.ask('GET', `/api/rooms/${code}/stats`)).json()).toMatchObject({ totals: { totalAdded: 1 } })
  expect(await (await host.ask('GET', `/api/rooms/${code}/history`)).json()).toEqual({ items: [], nextCursor: null })
  expect(await (await host.ask('GET', '/api/rooms')).json()).toMatchObject({ items: [{ code: room.code, members: 2 }] })
})

test('who is not signed in opens and lists no rooms, and has no numbers', async () => {
  const nobody = new HttpBrowser(baseUrl)
  expect(await outcome(nobody.ask('POST', '/api/rooms', { name: 'Kitchen' }))).toBe('401 not_signed_in')
  expect(await outcome(nobody.ask('GET', '/api/rooms'))).toBe('401 not_signed_in')
  expect(await outcome(nobody.ask('GET', '/api/me/stats'))).toBe('401 not_signed_in')
  const { room } = await openRoom()
  const { guest } = await guestIn(room.code)
  expect(await outcome(guest.ask('POST', '/api/rooms', { name: 'Kitchen' }))).toBe('401 not_signed_in')
})

/** What members do, by path below the room. */
const calls = (streamId: string, memberId: string): [string, string, object?][] => [
  ['GET', ''],
  ['PATCH', '', { name: 'Mine' }],
  ['POST', '/streams', { trackId: streamId }],
  ['DELETE', `/streams/${streamId}`],
  ['POST', `/streams/${streamId}/restore`],
  ['PUT', `/streams/${streamId}/upvote`],
  ['DELETE', `/streams/${streamId}/upvote`],
  ['PATCH', '/queue', { streamIds: [streamId] }],
  ['PATCH', `/members/${memberId}`, { role: 'moderator' }],
  ['DELETE', `/members/${memberId}`],
  ['POST', '/playback', { action: 'play' }],
  ['PUT', '/skip-vote'],
  ['DELETE', '/skip-vote'],
  ['GET', '/bans'],
  ['DELETE', `/bans/${memberId}`],
  ['POST', '/host'],
  ['GET', '/history'],
  ['GET', '/trending'],
  ['GET', '/stats'],
]

test('strangers, the banned, wrong codes and closed rooms are refused by every call of a room', async () => {
  const { host, room } = await openRoom()
  const stranger = (await openRoom()).host
  const nobody = new HttpBrowser(baseUrl)
  const { guest, memberId } = await guestIn(room.code)
  const every = async (browser: HttpBrowser, code: string) => {
    const outcomes = new Set<string>()
    for (const [method, path, body] of calls(randomUUID(), memberId)) {
      outcomes.add(await outcome(browser.ask(method, `/api/rooms/${code}${path}`, body)))
    }
    return [...outcomes]
  }
  expect(await every(stranger, room.code)).toEqual(['403 not_member'])
  expect(await every(nobody, room.code)).toEqual(['403 not_member'])
  expect(await outcome(host.ask('DELETE', `/api/rooms/${room.code}/members/${memberId}?ban=true`))).toBe('204')
  expect(await every(guest, room.code)).toEqual(['403 banned'])
  expect(await outcome(guest.ask('POST', `/api/rooms/${room.code}/members`, { displayName: 'X' }))).toBe('403 banned')
  expect(await outcome(stranger.ask('DELETE', `/api/rooms/${room.code}`))).toBe('403 forbidden')
  expect(await outcome(host.ask('DELETE', `/api/rooms/${room.code}`))).toBe('204')
  expect(await every(host, room.code)).toEqual(['409 room_closed'])
  for (const [method, path] of [
    ['POST', '/members'],
    ['GET', '/preview'],
    ['DELETE', ''],
  ] as const) {
    const body = method === 'POST' ? { displayName: 'X' } : undefined
    expect(await outcome(host.ask(method, `/api/rooms/${room.code}${path}`, body))).toBe('409 room_closed')
  }
  for (const code of ['QQQQQQ', 'toolongforacode', "'--"]) {
    expect(await outcome(host.ask('GET', `/api/rooms/${code}`))).toBe('404 room_not_found')
  }
  for (const [method, path] of [
    ['POST', '/members'],
    ['GET', '/preview'],
    ['DELETE', ''],
  ] as const) {
    const body = method === 'POST' ? { displayName: 'X' } : undefined
    expect(await outcome(host.ask(method, `/api/rooms/QQQQQQ${path}`, body))).toBe('404 room_not_found')
  }
})

test('listeners run neither the room nor its music; a locked room lets nobody in', async () => {
  const { host, room } = await openRoom()
  const { guest } = await guestIn(room.code)
  const { memberId: other } = await guestIn(room.code, 'Priya')
  const path = `/api/rooms/${room.code}`
  expect(await outcome(guest.ask('PATCH', path, { name: 'Mine' }))).toBe('403 forbidden')
  expect(await outcome(guest.ask('DELETE', path))).toBe('403 forbidden')
  expect(await outcome(guest.ask('PATCH', `${path}/members/${other}`, { role: 'moderator' }))).toBe('403 forbidden')
  expect(await outcome(guest.ask('DELETE', `${path}/members/${other}`))).toBe('403 forbidden')
  expect(await outcome(guest.ask('PATCH', `${path}/queue`, { streamIds: [randomUUID()] }))).toBe('403 forbidden')
  expect(await outcome(host.ask('PATCH', path, { isLocked: true, settings: { whoAdds: 'moderators' } }))).toBe('200')
  expect(await outcome(guest.ask('POST', `${path}/streams`, { trackId: randomUUID() }))).toBe('403 forbidden')
  const late = new HttpBrowser(baseUrl)
  expect(await outcome(late.ask('POST', `${path}/members`, { displayName: 'Late' }))).toBe('403 room_locked')
  expect(late.cookies.has('earshot-guest')).toBe(false)
})

test('what is no valid body, query or id is refused with the fields that are wrong', async () => {
  const { host, room } = await openRoom()
  const path = `/api/rooms/${room.code}`
  const bad: [string, string, unknown][] = [
    ['POST', '/api/rooms', {}],
    ['POST', '/api/rooms', { name: ' ' }],
    ['POST', '/api/rooms', { name: 'x'.repeat(61) }],
    ['POST', '/api/rooms', ['Kitchen']],
    ['PATCH', path, { settings: { whoAdds: 'nobody' } }],
    ['POST', `${path}/streams`, { trackId: 'x' }],
    ['POST', `${path}/streams`, { trackId: randomUUID(), url: 'http://localhost' }],
    ['PATCH', `${path}/queue`, { streamIds: [] }],
    ['PATCH', `${path}/members/${randomUUID()}`, { role: 'host' }],
    ['POST', `${path}/members`, { displayName: 7 }],
  ]
  for (const [method, url, body] of bad)
    expect(await outcome(host.ask(method, url, body)), url).toBe('400 invalid_input')
  const noName = await new HttpBrowser(baseUrl).ask('POST', `${path}/members`, {})
  expect(await noName.json()).toMatchObject({
    error: { code: 'invalid_input', fields: { displayName: 'Type a name.' } },
  })
  for (const url of [`${path}/history?limit=0`, `${path}/history?cursor=x`, `${path}/trending?limit=many`]) {
    expect(await outcome(host.ask('GET', url)), url).toBe('400 invalid_input')
  }
  for (const [method, url] of [
    ['PUT', '/streams/x/upvote'],
    ['DELETE', '/streams/x'],
    ['DELETE', '/members/x'],
  ] as const) {
    expect(await outcome(host.ask(method, path + url)), url).toBe('404 not_found')
  }
  const youtube = host.ask('POST', `${path}/streams`, { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' })
  expect(await outcome(youtube)).toBe('409 not_playable')
  const text = await host.ask('POST', `${path}/streams`, undefined, { 'content-type': 'application/json' })
  expect(text.status).toBe(400)
  const foreign = host.ask('POST', '/api/rooms', { name: 'Kitchen' }, { origin: 'https://elsewhere.example' })
  expect(await outcome(foreign)).toBe('403 forbidden')
})

test('codes can’t be found by trying: after too many wrong ones a right one looks no different', async () => {
  const { room } = await openRoom()
  const { browser } = await signedInBrowser(baseUrl)
  const outcomes: string[] = []
  for (let i = 0; i < 40; i++)
    outcomes.push(await outcome(browser.ask('GET', `/api/rooms/QQQQQ${'ABCDEFGH'[i % 8]}/preview`)))
  expect(outcomes[0]).toBe('404 room_not_found')
  expect(outcomes.at(-1)).toBe('429 rate_limited')
  expect(await outcome(browser.ask('GET', `/api/rooms/${room.code}/preview`))).toBe('429 rate_limited')
  expect(await outcome(browser.ask('GET', `/api/rooms/${room.code}`))).toBe('429 rate_limited')
})
