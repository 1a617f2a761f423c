import { expect, test } from 'vitest'
import { trackNumbers, trackPlaces } from '@/lib/catalog/track-numbers'
import { db } from '@/lib/db'
import { addStream } from '@/lib/queue/mutations'
import { createGuest, createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'

const { id: trackId } = await createTrack()
const open = await createRoom({ isPublic: true, name: 'Open' })
const shut = await createRoom({ name: 'Shut' })
const closed = await createRoom({ isPublic: true, name: 'Closed' })
for (const { host } of [open, shut, closed]) await addStream({ memberId: host.id, trackId })
await db().room.update({ where: { id: closed.room.id }, data: { closedAt: new Date() } })
const names = async (viewer: Parameters<typeof trackPlaces>[1]) =>
  (await trackPlaces(trackId, viewer)).map(({ name, isMine }) => `${name}${isMine ? ', mine' : ''}`).sort()

test('strangers see the public rooms that had a song, members their own as well, and nobody a closed one', async () => {
  expect(await names({ kind: 'nobody' })).toEqual(['Open'])
  const guest = await createGuest(shut.room.id)
  const viewer = { kind: 'guest', guestId: guest.personId } as const
  expect(await names(viewer)).toEqual(['Open', 'Shut, mine'])
  await db().roomMember.update({ where: { id: guest.id }, data: { leftAt: new Date() } })
  expect(await names(viewer)).toEqual(['Open'])
})

test('who was banned sees nothing of the room, not even of a public one', async () => {
  const guest = await createGuest(open.room.id)
  await db().roomMember.update({ where: { id: guest.id }, data: { bannedAt: new Date(), leftAt: new Date() } })
  expect(await names({ kind: 'guest', guestId: guest.personId })).toEqual([])
})

test('a room that took the song out again is no place where it was', async () => {
  const { id } = await createTrack()
  const added = await addStream({ memberId: open.host.id, trackId: id })
  expect(await trackPlaces(id, { kind: 'nobody' })).toMatchObject([{ code: open.room.code, isMine: false }])
  if (!added.ok) throw new Error(added.refusal.message)
  await db().stream.update({ where: { id: added.value.streamId }, data: { removedAt: new Date() } })
  expect(await trackPlaces(id, { kind: 'nobody' })).toEqual([])
})

test('plays are told by day, the latest first, with what they come to', async () => {
  const { id } = await createTrack()
  expect(await trackNumbers(id)).toEqual({ heat: 0, plays: 0, days: [] })
  for (const [day, plays] of [
    ['2026-11-01', 2],
    ['2026-11-03', 5],
  ] as const)
    await db().trackDailyPlays.create({ data: { trackId: id, day: new Date(day), plays } })
  expect(await trackNumbers(id)).toEqual({
    heat: 0,
    plays: 7,
    days: [
      { day: '2026-11-03', plays: 5 },
      { day: '2026-11-01', plays: 2 },
    ],
  })
  expect((await trackNumbers(trackId)).heat).toBeGreaterThan(0.9)
})
