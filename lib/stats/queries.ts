import { type TrackRow, trackSummary } from '@/lib/catalog/track-view'
import { db, Prisma } from '@/lib/db'
import { trackJson } from '@/lib/queue/rows'
import { mostVoted, myActivity, roomActivity } from './activity'
import { dayOf, recordsOf } from './records'
import type { MyStats, RoomStats, Totals, TrackTrendingItem, TrendingItem } from './schema'
import { heatSql, windowPassedSql } from './sql'

type PlainItem<T> = Omit<T, 'track'> & { track: TrackRow }

/** The room's songs with the most heat: the first rows of the index (roomId, trendingScore). */
export async function roomTrending(roomId: string, limit: number): Promise<TrendingItem[]> {
  const rows = await db().$queryRaw<PlainItem<TrendingItem>[]>`
    SELECT r."streamId", ${trackJson} AS "track", ${heatSql(Prisma.sql`r."trendingScore"`, now)} AS "heat",
      ${recent(Prisma.sql`r."recentUpvotes"`)} AS "recentUpvotes", ${recent(Prisma.sql`r."recentPlays"`)} AS "recentPlays"
    FROM "RoomStreamTrending" r
    JOIN "Track" t ON t."id" = r."trackId"
    LEFT JOIN "Song" so ON so."trackId" = t."id"
    WHERE r."roomId" = ${roomId}::uuid AND r."trendingScore" IS NOT NULL
    ORDER BY r."trendingScore" DESC NULLS LAST LIMIT ${limit}`
  return rows.map((row) => ({ ...row, track: trackSummary(row.track) }))
}

/** The songs with the most heat over all rooms: the first rows of the index on trendingScore. */
export async function trendingEverywhere(limit: number): Promise<TrackTrendingItem[]> {
  const rows = await db().$queryRaw<PlainItem<TrackTrendingItem>[]>`
    SELECT ${trackJson} AS "track", ${heatSql(Prisma.sql`r."trendingScore"`, now, 'everywhere')} AS "heat",
      ${recent(Prisma.sql`r."recentUpvotes"`)} AS "recentUpvotes", ${recent(Prisma.sql`r."recentPlays"`)} AS "recentPlays"
    FROM "TrackTrending" r
    JOIN "Track" t ON t."id" = r."trackId"
    LEFT JOIN "Song" so ON so."trackId" = t."id"
    WHERE r."trendingScore" IS NOT NULL AND so."status" IS DISTINCT FROM 'blocked'
    ORDER BY r."trendingScore" DESC NULLS LAST LIMIT ${limit}`
  return rows.map((row) => ({ ...row, track: trackSummary(row.track) }))
}

const now = Prisma.sql`now()`

// A quiet row keeps its counts until its next event or the clean-up: until then they read as 0.
const recent = (count: Prisma.Sql) =>
  Prisma.sql`CASE WHEN ${windowPassedSql(Prisma.sql`r."windowStart"`, now)} THEN 0 ELSE ${count} END`

/** The room's numbers by person, the busiest first. */
export async function roomStats(roomId: string): Promise<RoomStats> {
  const people = await db().$queryRaw<(Totals & { memberId: string; displayName: string; lastUpdated: Date })[]>`
    SELECT m."id" AS "memberId", m."displayName", s."totalAdded", s."totalLikesGot", s."totalLikesGiven", s."lastUpdated"
    FROM "UserRoomStats" s JOIN "RoomMember" m ON m."roomId" = s."roomId" AND m."personId" = s."userId"
    WHERE s."roomId" = ${roomId}::uuid
    ORDER BY s."totalAdded" + s."totalLikesGot" + s."totalLikesGiven" DESC, m."joinedAt" LIMIT 500`
  const [topSongs, activity] = await Promise.all([mostVoted(roomId), roomActivity(roomId)])
  return { totals: totalsOf(people), people: people.map(withText), topSongs, activity }
}

/** My numbers by room, the latest first: the person's rows of one index, with the rooms' names. They are sorted here. */
export async function myStats(personId: string): Promise<MyStats> {
  const rows = await db().$queryRaw<(Totals & { code: string; name: string; lastUpdated: Date })[]>`
    SELECT r."code", r."name", s."totalAdded", s."totalLikesGot", s."totalLikesGiven", s."lastUpdated"
    FROM "UserRoomStats" s JOIN "Room" r ON r."id" = s."roomId"
    WHERE s."userId" = ${personId}::uuid`
  const rooms = rows.toSorted((a, b) => b.lastUpdated.getTime() - a.lastUpdated.getTime())
  const activity = await myActivity(personId)
  return {
    totals: totalsOf(rooms),
    rooms: rooms.map(withText),
    activity,
    records: recordsOf(activity, dayOf(new Date())),
  }
}

function totalsOf(rows: Totals[]): Totals {
  const totals = { totalAdded: 0, totalLikesGot: 0, totalLikesGiven: 0 }
  for (const row of rows) {
    totals.totalAdded += row.totalAdded
    totals.totalLikesGot += row.totalLikesGot
    totals.totalLikesGiven += row.totalLikesGiven
  }
  return totals
}

const withText = <T extends { lastUpdated: Date }>(row: T) => ({ ...row, lastUpdated: row.lastUpdated.toISOString() })
