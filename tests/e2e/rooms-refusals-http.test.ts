import { randomUUID } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { HttpBrowser, signedInBrowser } from '@/tests/support/http-browser'
import { guestIn, openRoom, outcome } from '@/tests/support/http-rooms'

const baseUrl = inject('baseUrl')

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
  const atTheDoor = async (code: string) => {
    const path = `/api/rooms/${code}`
    const answers = [
      host.ask('POST', `${path}/members`, { displayName: 'X' }),
      host.ask('GET', `${path}/preview`),
      host.ask('DELETE', path),
    ]
    return [...new Set(await Promise.all(answers.map(outcome)))]
  }
  expect(await every(stranger, room.code)).toEqual(['403 not_member'])
  expect(await every(nobody, room.code)).toEqual(['403 not_member'])
  expect(await outcome(host.ask('DELETE', `/api/rooms/${room.code}/members/${memberId}?ban=true`))).toBe('204')
  expect(await every(guest, room.code)).toEqual(['403 banned'])
  expect(await outcome(guest.ask('POST', `/api/rooms/${room.code}/members`, { displayName: 'X' }))).toBe('403 banned')
  expect(await outcome(stranger.ask('DELETE', `/api/rooms/${room.code}`))).toBe('403 forbidden')
  expect(await outcome(host.ask('DELETE', `/api/rooms/${room.code}`))).toBe('204')
  expect(await every(host, room.code)).toEqual(['409 room_closed'])
  expect(await atTheDoor(room.code)).toEqual(['409 room_closed'])
  for (const code of ['QQQQQQ', 'toolongforacode', "'--"]) {
    expect(await outcome(host.ask('GET', `/api/rooms/${code}`))).toBe('404 room_not_found')
  }
  expect(await atTheDoor('QQQQQQ')).toEqual(['404 room_not_found'])
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
