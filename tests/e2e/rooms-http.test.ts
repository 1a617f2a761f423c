import { expect, inject, test } from 'vitest'
import { HttpBrowser } from '@/tests/support/http-browser'
import { guestIn, openRoom, outcome } from '@/tests/support/http-rooms'

const baseUrl = inject('baseUrl')

async function someTracks(browser: HttpBrowser): Promise<{ id: string }[]> {
  return (await (await browser.ask('GET', '/api/tracks?sort=new')).json()).items
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
