import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { advanceQueue, commandPlayback, startIfIdle } from '@/lib/playback/mutations'
import { addStream } from '@/lib/queue/mutations'
import { comingBack, history } from '@/lib/queue/queries'
import { updateRoom } from '@/lib/rooms/mutations'
import { differences } from '@/lib/stats/verify'
import { createPlayingRoom, letPlay } from '../factories/heard'
import { createTrack } from '../factories/tracks'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

async function roomThatGoesOn({ songs = 3 } = {}) {
  const { room, host, guests, streams } = await createPlayingRoom({ songs, durationMs: 60_000 })
  const set = (whenEmpty: 'trending' | 'nothing') =>
    updateRoom({ memberId: host.id, changes: { settings: { whenEmpty } } }).then(granted)
  const skip = () => commandPlayback({ roomId: room.id, memberId: host.id, action: 'skip' }).then(granted)
  const current = async () => (await db().room.findUniqueOrThrow({ where: { id: room.id } })).currentQueueId
  await set('trending')
  return { roomId: room.id, host, guests, streams, set, skip, current, queueIds: streams.map(({ queueId }) => queueId) }
}

test('when the queue runs out the room’s songs come back, each once before any comes twice', async () => {
  const { roomId, streams, skip, queueIds } = await roomThatGoesOn()
  for (let i = 0; i < 2; i++) await skip()
  const played = []
  for (let i = 0; i < 6; i++) {
    // What browsers decode ahead is what plays then.
    const { item } = await comingBack(roomId)
    played.push((await skip()).queueId)
    expect(item?.queueId).toBe(played.at(-1))
  }
  expect(played).toEqual([...queueIds, ...queueIds])
  const { items } = granted(await history({ roomId, memberId: streams[0]?.queueId ?? '', limit: 10 }))
  expect(items.map(({ queueId }) => queueId)).toEqual([queueIds[1], queueIds[0]])
  expect(await db().userRoomStats.findFirst({ where: { roomId } })).toMatchObject({ totalAdded: 3 })
  expect(await differences()).toEqual([])
})

test('the hottest of those that were not on lately comes first, and what somebody adds comes before any of them', async () => {
  const { roomId, guests, streams, skip } = await roomThatGoesOn({ songs: 23 })
  const [, second] = streams
  // As if all had been on, one after the other: the first three are not among the last twenty.
  await db().$executeRaw`
    UPDATE "RoomQueue" SET "isPlayed" = true, "playedAt" = now() + make_interval(secs => "order" - 60)
    WHERE "roomId" = ${roomId}::uuid`
  await db().$executeRaw`
    UPDATE "RoomStreamTrending" SET "trendingScore" = "trendingScore" + 1
    WHERE "streamId" = ${second?.streamId ?? ''}::uuid`
  expect((await skip()).queueId).toBe(second?.queueId)
  const added = granted(await addStream({ memberId: guests[0]?.id ?? '', trackId: (await createTrack()).id }))
  expect((await skip()).queueId).toBe(added.queueId)
  expect(streams.map(({ queueId }) => queueId)).toContain((await skip()).queueId)
})

test('one song alone comes back, and the end that several processes see starts it once', async () => {
  const { roomId, current, queueIds } = await roomThatGoesOn({ songs: 1 })
  const [queueId = ''] = queueIds
  await letPlay(roomId, 20_000)
  const before = eventsOf(roomId).length
  const moved = await Promise.all(Array.from({ length: 4 }, () => advanceQueue({ roomId, queueId })))
  expect(moved.filter(Boolean)).toHaveLength(1)
  expect(await current()).toBe(queueId)
  await expect.poll(() => eventsOf(roomId).length).toBe(before + 1)
})

test('turned off the room waits; turned on it goes on at once, and play starts it too', async () => {
  const { roomId, host, set, skip, current, queueIds } = await roomThatGoesOn({ songs: 1 })
  await set('nothing')
  expect(await comingBack(roomId)).toEqual({ item: null })
  expect((await skip()).queueId).toBe(null)
  expect(await startIfIdle(roomId)).toBe(false)
  await set('trending')
  expect(await current()).toBe(queueIds[0])
  await db().room.update({ where: { id: roomId }, data: { currentQueueId: null, isPlaying: false } })
  expect(granted(await commandPlayback({ roomId, memberId: host.id, action: 'play' })).queueId).toBe(queueIds[0])
})

test('songs that were taken down don’t come back, and a room that has had none stays silent', async () => {
  const { roomId, host, streams, skip } = await roomThatGoesOn({ songs: 2 })
  await skip()
  await db().song.update({ where: { trackId: streams[0]?.trackId ?? '' }, data: { status: 'blocked' } })
  expect((await skip()).queueId).toBe(streams[1]?.queueId)
  await db().song.update({ where: { trackId: streams[1]?.trackId ?? '' }, data: { status: 'blocked' } })
  expect((await skip()).queueId).toBe(null)
  expect(refusalOf(await commandPlayback({ roomId, memberId: host.id, action: 'skip' }))).toBe('nothing_to_play')
})
