import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db, Prisma } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeUpvote, upvoteStream } from '@/lib/queue/mutations'
import { clearQuietCounts } from '@/lib/stats/clean-up'
import { addEvent, eventWeight, heat, removeEvent, scoreOf } from '@/lib/stats/decay'
import { myStats, roomStats, roomTrending } from '@/lib/stats/queries'
import { rebuildAll } from '@/lib/stats/rebuild-all'
import { addEventSql, canRemoveSql, eventWeightSql, heatSql, removeEventSql, scoreOfSql } from '@/lib/stats/sql'
import { differences } from '@/lib/stats/verify'
import { createGuest, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import '../support/bus-events'
import { granted } from '../support/results'

async function roomWith(songs: number) {
  const { room, host } = await createRoom()
  const streams = []
  for (let i = 0; i < songs; i++) {
    const { id: trackId } = await createTrack({ title: `Song ${i}` })
    streams.push({ trackId, ...granted(await addStream({ memberId: host.id, trackId })) })
  }
  return { room, host, streams }
}

test('PostgreSQL computes what the pure formulas say, also at the edges', async () => {
  const scores = fc.oneof(fc.double({ min: -2000, max: 2e6, noNaN: true }), fc.constant(0))
  const cases = fc.sample(fc.tuple(scores, fc.oneof(scores, fc.double({ min: -800, max: 800, noNaN: true }))), 120)
  for (const [score, offset] of cases) {
    const weight = Math.abs(offset) <= 800 ? score + offset : offset
    const [s, u] = [Prisma.sql`${score}::float8`, Prisma.sql`${weight}::float8`]
    const [row] = await db().$queryRaw<[{ added: number; canRemove: boolean; removed: number | null }]>`
      SELECT ${addEventSql(s, u)} AS "added", ${canRemoveSql(s, u)} AS "canRemove",
        CASE WHEN ${canRemoveSql(s, u)} THEN ${removeEventSql(s, u)} END AS "removed"`
    expect(row.added).toBeCloseTo(addEvent(score, weight), 6)
    const removed = removeEvent(score, weight)
    expect(row.canRemove).toBe(removed !== 'rebuild')
    if (removed !== 'rebuild') expect(row.removed).toBeCloseTo(removed, 6)
  }
  const [first] = await db().$queryRaw<[{ added: number }]>`
    SELECT ${addEventSql(Prisma.sql`NULL::float8`, Prisma.sql`-2.5::float8`)} AS "added"`
  expect(first.added).toBe(addEvent(null, -2.5))
  const at = new Date('2026-11-20T10:00:00.123Z')
  const weights = [10, 12.5, -900, 11]
  const [row] = await db().$queryRaw<[{ weight: number; heat: number; score: number }]>`
    SELECT ${eventWeightSql('like', Prisma.sql`${at}::timestamptz`)} AS "weight",
      ${heatSql(Prisma.sql`${eventWeight('like', at.getTime(), at.getTime())}::float8`, Prisma.sql`${at}::timestamptz`)} AS "heat",
      (SELECT ${scoreOfSql(Prisma.sql`w`, Prisma.sql`12.5::float8`)} FROM unnest(${weights}::float8[]) AS w) AS "score"`
  expect(row.weight).toBeCloseTo(eventWeight('like', at.getTime(), at.getTime()), 8)
  expect(row.heat).toBeCloseTo(3, 6)
  expect(row.score).toBeCloseTo(scoreOf(weights) ?? 0, 9)
})

test('trending is in order of heat, stops at the limit and reads old counts as none', async () => {
  const { room, host, streams } = await roomWith(4)
  const fan = await createGuest(room.id)
  const [, b, c] = streams
  granted(await upvoteStream({ memberId: fan.id, streamId: b?.streamId ?? '' }))
  granted(await upvoteStream({ memberId: host.id, streamId: b?.streamId ?? '' }))
  granted(await upvoteStream({ memberId: fan.id, streamId: c?.streamId ?? '' }))
  const items = await roomTrending(room.id, 3)
  expect(items.map(({ track }) => track.title).slice(0, 2)).toEqual(['Song 1', 'Song 2'])
  expect(items).toHaveLength(3)
  expect(items[0]).toMatchObject({ recentUpvotes: 2, recentPlays: 0, track: { audio: { low: expect.any(String) } } })
  expect(items[0]?.heat).toBeCloseTo(7, 0)
  const old = new Date(Date.now() - 25 * 3_600_000)
  await db().roomStreamTrending.updateMany({ where: { roomId: room.id }, data: { windowStart: old } })
  expect((await roomTrending(room.id, 1))[0]).toMatchObject({ recentUpvotes: 0 })
})

test('the order by score is right at any later moment without touching a row', async () => {
  const { room, host, streams } = await roomWith(2)
  const rows = await db().roomStreamTrending.findMany({
    where: { roomId: room.id },
    orderBy: { trendingScore: 'desc' },
  })
  granted(await upvoteStream({ memberId: host.id, streamId: streams[0]?.streamId ?? '' }))
  const after = await db().roomStreamTrending.findMany({
    where: { roomId: room.id },
    orderBy: { trendingScore: 'desc' },
  })
  expect(after[0]?.trackId).toBe(streams[0]?.trackId)
  expect(after[1]?.trendingScore).toBe(rows.find(({ trackId }) => trackId === streams[1]?.trackId)?.trendingScore)
  for (const hours of [0, 5, 50]) {
    const now = Date.now() + hours * 3_600_000
    expect(heat(after[0]?.trendingScore ?? null, now)).toBeGreaterThan(heat(after[1]?.trendingScore ?? null, now))
  }
})

test('my numbers by room and together, and the room’s by person', async () => {
  const [one, two] = [await roomWith(2), await roomWith(1)]
  const fan = await createGuest(one.room.id)
  for (const { streamId } of one.streams) granted(await upvoteStream({ memberId: fan.id, streamId }))
  granted(await removeUpvote({ memberId: fan.id, streamId: one.streams[0]?.streamId ?? '' }))
  expect(await myStats(one.host.personId)).toMatchObject({
    totals: { totalAdded: 2, totalLikesGot: 1, totalLikesGiven: 0 },
    rooms: [
      {
        code: one.room.code,
        name: 'Kitchen',
        totalAdded: 2,
        totalLikesGot: 1,
        totalLikesGiven: 0,
        lastUpdated: expect.stringMatching(/Z$/),
      },
    ],
  })
  const { totals, people } = await roomStats(one.room.id)
  expect(totals).toEqual({ totalAdded: 2, totalLikesGot: 1, totalLikesGiven: 1 })
  expect(people).toMatchObject([
    { memberId: one.host.id },
    { memberId: fan.id, displayName: 'Guest', totalLikesGiven: 1 },
  ])
  expect((await myStats(two.host.personId)).totals.totalAdded).toBe(1)
})

test('whatever is wrong in the numbers is found', async () => {
  const { room, host, streams } = await roomWith(1)
  granted(await upvoteStream({ memberId: host.id, streamId: streams[0]?.streamId ?? '' }))
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  expect(await differences()).toEqual([])
  await db().userRoomStats.updateMany({ where: { roomId: room.id }, data: { totalAdded: { increment: 1 } } })
  await db().roomStreamTrending.updateMany({ where: { roomId: room.id }, data: { trendingScore: { increment: 0.01 } } })
  await db().roomQueue.updateMany({ where: { roomId: room.id }, data: { votes: 7 } })
  const found = await differences()
  expect(found.map(({ table, column }) => `${table}.${column}`)).toEqual([
    'UserRoomStats.totalAdded',
    'RoomStreamTrending.trendingScore',
    'RoomQueue.votes',
  ])
  expect(found.at(-1)).toMatchObject({ stored: 7, counted: 1 })
  await db().userRoomStats.deleteMany({ where: { roomId: room.id } })
  await rebuildAll()
  expect(await differences()).toEqual([])
  expect(await db().userRoomStats.findFirst({ where: { roomId: room.id } })).toMatchObject({
    totalAdded: 1,
    totalLikesGot: 1,
  })
})

test('the clean-up clears the counts of quiet songs and leaves their scores, fresh songs and rows in use alone', async () => {
  await clearQuietCounts()
  const { room, host, streams } = await roomWith(3)
  for (const { streamId } of streams) granted(await upvoteStream({ memberId: host.id, streamId }))
  const old = new Date(Date.now() - 25 * 3_600_000)
  const [quiet, used] = streams.map(({ trackId }) => trackId)
  await db().upvote.updateMany({ where: { memberId: host.id }, data: { createdAt: old } })
  const data = { windowStart: old }
  await db().roomStreamTrending.updateMany({
    where: { roomId: room.id, trackId: { in: [quiet ?? '', used ?? ''] } },
    data,
  })
  const score = (await db().roomStreamTrending.findFirstOrThrow({ where: { trackId: quiet ?? '' } })).trendingScore
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "RoomStreamTrending" WHERE "trackId" = ${used}::uuid FOR UPDATE`
    expect(await clearQuietCounts()).toBe(1)
  })
  const rows = await db().roomStreamTrending.findMany({ where: { roomId: room.id } })
  const byTrack = new Map(rows.map((row) => [row.trackId, row]))
  expect(byTrack.get(quiet ?? '')).toMatchObject({ recentUpvotes: 0, trendingScore: score })
  expect(byTrack.get(used ?? '')).toMatchObject({ recentUpvotes: 1 })
  expect(byTrack.get(streams[2]?.trackId ?? '')).toMatchObject({ recentUpvotes: 1 })
  expect(await clearQuietCounts()).toBe(1)
})
