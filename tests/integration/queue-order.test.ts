import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, reorderQueue, upvoteStream } from '@/lib/queue/mutations'
import { history, upNext } from '@/lib/queue/queries'
import { compareQueueItems } from '@/lib/queue/rules'
import { createGuest, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

async function roomWith(songs: number) {
  const { room, host } = await createRoom()
  const streams: string[] = []
  for (let i = 0; i < songs; i++) {
    streams.push(granted(await addStream({ memberId: host.id, trackId: (await createTrack()).id })).streamId)
  }
  return { roomId: room.id, memberId: host.id, streams }
}

const idsOf = (items: { streamId: string }[]) => items.map(({ streamId }) => streamId)

test('the most votes come first, then the oldest, as the browser sorts them too', async () => {
  const { roomId, memberId, streams } = await roomWith(4)
  const fan = await createGuest(roomId)
  const [a = '', b = '', c = '', d = ''] = streams
  for (const streamId of [c, d]) granted(await upvoteStream({ memberId: fan.id, streamId }))
  granted(await upvoteStream({ memberId, streamId: d }))
  const items = await upNext({ roomId, memberId: fan.id })
  expect(idsOf(items)).toEqual([d, c, a, b])
  expect(items.map(({ votedByMe }) => votedByMe)).toEqual([true, true, false, false])
  expect(items.toReversed().toSorted(compareQueueItems)).toEqual(items)
})

test('up next is read in order from its index, without sorting', async () => {
  const { roomId } = await roomWith(3)
  const plan = await db().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`
    return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN SELECT * FROM "RoomQueue" q WHERE q."roomId" = ${roomId}::uuid AND NOT q."isPlayed"
      ORDER BY q."turn", q."votes" DESC, q."order"`
  })
  const text = plan.map((row) => row['QUERY PLAN']).join('\n')
  expect(text).toContain('RoomQueue_roomId_isPlayed_turn_votes_order_idx')
  expect(text).not.toContain('Sort')
})

test('a moderator’s order decides among equal votes, and the unnamed keep their places', async () => {
  const { roomId, memberId, streams } = await roomWith(4)
  const [a = '', b = '', c = '', d = ''] = streams
  const { version } = await db().room.findUniqueOrThrow({ where: { id: roomId } })
  const reordered = granted(await reorderQueue({ memberId, streamIds: [d, a] }))
  expect(reordered).toEqual({ streamIds: [d, b, c, a], version: version + 1 })
  expect(idsOf(await upNext({ roomId, memberId }))).toEqual([d, b, c, a])
  granted(await upvoteStream({ memberId, streamId: a }))
  expect(idsOf(await upNext({ roomId, memberId }))).toEqual([a, d, b, c])
  await expect.poll(() => eventsOf(roomId).some(({ type }) => type === 'queue:reordered')).toBe(true)
})

test('the order that is there already changes nothing, and songs that wait no more are passed over', async () => {
  const { roomId, memberId, streams } = await roomWith(3)
  const [a = '', b = '', c = ''] = streams
  granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  const { version } = await db().room.findUniqueOrThrow({ where: { id: roomId } })
  expect(granted(await reorderQueue({ memberId, streamIds: [a, b, c] }))).toEqual({ streamIds: [b, c], version })
  expect(granted(await reorderQueue({ memberId, streamIds: [c, a, b] }))).toEqual({
    streamIds: [c, b],
    version: version + 1,
  })
})

test('listeners don’t change the order', async () => {
  const { roomId, streams } = await roomWith(2)
  const listener = await createGuest(roomId)
  expect(refusalOf(await reorderQueue({ memberId: listener.id, streamIds: streams }))).toBe('forbidden')
})

test('history has what was on, the newest first, page by page, without what is on now', async () => {
  const { roomId, memberId, streams } = await roomWith(5)
  granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  for (let i = 0; i < 4; i++) granted(await commandPlayback({ roomId, memberId, action: 'skip' }))
  const first = granted(await history({ roomId, memberId, limit: 3 }))
  expect(idsOf(first.items)).toEqual([streams[3], streams[2], streams[1]])
  const second = granted(await history({ roomId, memberId, limit: 3, cursor: first.nextCursor ?? '' }))
  expect(idsOf(second.items)).toEqual([streams[0]])
  expect(second.nextCursor).toBeNull()
  expect(second.items[0]?.playedAt).toMatch(/^\d{4}-.*Z$/)
  const noId = Buffer.from(`1.${'-'.repeat(36)}`).toString('base64url')
  for (const cursor of ['x', noId, '']) {
    expect(refusalOf(await history({ roomId, memberId, limit: 3, cursor }))).toBe('invalid_input')
  }
})
