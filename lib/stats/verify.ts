import { db, Prisma } from '@/lib/db'
import { ratingDifferencesSql } from '@/lib/reviews/recount'
import { countedPeopleDaysSql, countedRoomDaysSql } from './day-counts'
import type { EventKind } from './decay'
import { eventWeightSql, scoreOfSql } from './sql'

/** A number that is not what its raw rows say. */
export type Difference = { table: string; key: string; column: string; stored: number | null; counted: number | null }

/** Compares every aggregate with the raw rows, as of one instant. Nothing is returned when all is well. */
export async function differences(): Promise<Difference[]> {
  return db().$transaction(
    async (tx) => [
      ...(await tx.$queryRaw<Difference[]>(peopleSql)),
      ...(await tx.$queryRaw<Difference[]>(roomSql)),
      ...(await tx.$queryRaw<Difference[]>(everywhereSql)),
      ...(await tx.$queryRaw<Difference[]>(votesSql)),
      ...(await tx.$queryRaw<Difference[]>(daysSql)),
      ...(await tx.$queryRaw<Difference[]>(peopleDaysSql)),
      ...(await tx.$queryRaw<Difference[]>(roomDaysSql)),
      ...(await tx.$queryRaw<Difference[]>(ratingDifferencesSql)),
    ],
    { isolationLevel: 'RepeatableRead', timeout: 600_000 },
  )
}

const live = Prisma.sql`
  live AS (SELECT * FROM "Stream" WHERE "removedAt" IS NULL),
  vote AS (SELECT u.*, live."roomId", live."trackId", live."addedBy" FROM "Upvote" u JOIN live ON live."id" = u."streamId"),
  play AS (SELECT p.*, live."roomId", live."trackId" FROM "StreamPlay" p JOIN live ON live."id" = p."streamId")`

const peopleSql = Prisma.sql`
  WITH ${live},
  each AS (
    SELECT "addedBy" AS "memberId", 1 AS "added", 0 AS "got", 0 AS "given" FROM live
    UNION ALL SELECT "addedBy", 0, 1, 0 FROM vote
    UNION ALL SELECT "memberId", 0, 0, 1 FROM vote
  ),
  counted AS (
    SELECT m."roomId", m."personId" AS "userId", sum("added") AS "added", sum("got") AS "got", sum("given") AS "given"
    FROM each JOIN "RoomMember" m ON m."id" = each."memberId" GROUP BY 1, 2
  ),
  compared AS (
    SELECT "userId" || ' ' || "roomId" AS "key", pair.* FROM "UserRoomStats" s FULL JOIN counted c USING ("userId", "roomId")
    CROSS JOIN LATERAL (VALUES
      ('totalAdded', s."totalAdded", c."added"),
      ('totalLikesGot', s."totalLikesGot", c."got"),
      ('totalLikesGiven', s."totalLikesGiven", c."given")
    ) AS pair("column", "stored", "counted")
  )
  SELECT 'UserRoomStats' AS "table", "key", "column", "stored"::float8, "counted"::float8 FROM compared
  WHERE coalesce("stored", 0) <> coalesce("counted", 0)`

/** The events of each key (columns of live) beside the row that sums them up. */
const trendingSql = (table: string, key: Prisma.Sql, weight: (kind: EventKind) => Prisma.Sql) => Prisma.sql`
  WITH ${live},
  event AS (
    SELECT ${key}, ${weight('add')} AS "weight", 'add' AS "kind", "createdAt" AS "at" FROM live
    UNION ALL SELECT ${key}, ${weight('play')}, 'play', "playedAt" FROM play
    UNION ALL SELECT ${key}, ${weight('like')}, 'like', "createdAt" FROM vote
  ),
  topped AS (SELECT *, max("weight") OVER (PARTITION BY ${key}) AS "most" FROM event),
  counted AS (
    SELECT ${key}, ${scoreOfSql(Prisma.sql`e."weight"`, Prisma.sql`e."most"`)} AS "score",
      count(*) FILTER (WHERE "kind" = 'like' AND "at" >= t."windowStart") AS "upvotes",
      count(*) FILTER (WHERE "kind" = 'play' AND "at" >= t."windowStart") AS "plays"
    FROM topped e LEFT JOIN ${Prisma.raw(`"${table}"`)} t USING (${key}) GROUP BY ${key}
  ),
  compared AS (
    SELECT concat_ws(' ', ${key}) AS "key", pair.* FROM ${Prisma.raw(`"${table}"`)} t FULL JOIN counted c USING (${key})
    CROSS JOIN LATERAL (VALUES
      ('trendingScore', t."trendingScore", c."score"),
      ('recentUpvotes', t."recentUpvotes", coalesce(c."upvotes", 0)),
      ('recentPlays', t."recentPlays", coalesce(c."plays", 0))
    ) AS pair("column", "stored", "counted")
  )
  -- Sums of floats depend on their order a little.
  SELECT ${table} AS "table", "key", "column", "stored", "counted" FROM compared
  WHERE "stored" IS NULL <> ("counted" IS NULL) OR abs("stored" - "counted") > 1e-6`

const ROOM_WEIGHTS = { add: '"addWeight"', play: '"weight"', like: '"weight"' } as const
const roomSql = trendingSql('RoomStreamTrending', Prisma.sql`"roomId", "trackId"`, (kind) =>
  Prisma.raw(ROOM_WEIGHTS[kind]),
)

const INSTANTS = { add: '"createdAt"', play: '"playedAt"', like: '"createdAt"' } as const
const everywhereSql = trendingSql('TrackTrending', Prisma.sql`"trackId"`, (kind) =>
  eventWeightSql(kind, Prisma.raw(INSTANTS[kind]), 'everywhere'),
)

const votesSql = Prisma.sql`
  SELECT 'RoomQueue' AS "table", q."streamId"::text AS "key", 'votes' AS "column",
    q."votes"::float8 AS "stored", count(u."memberId")::float8 AS "counted"
  FROM "RoomQueue" q LEFT JOIN "Upvote" u ON u."streamId" = q."streamId"
  GROUP BY q."id" HAVING q."votes" <> count(u."memberId")`

const daysSql = Prisma.sql`
  WITH ${live},
  counted AS (
    SELECT ("playedAt" AT TIME ZONE 'UTC')::date AS "day", "trackId", count(*) AS "plays" FROM play GROUP BY 1, 2
  )
  SELECT 'TrackDailyPlays' AS "table", concat_ws(' ', "day", "trackId") AS "key", 'plays' AS "column",
    coalesce(d."plays", 0)::float8 AS "stored", coalesce(c."plays", 0)::float8 AS "counted"
  FROM "TrackDailyPlays" d FULL JOIN counted c USING ("day", "trackId")
  WHERE coalesce(d."plays", 0) <> coalesce(c."plays", 0)`

const peopleDaysSql = Prisma.sql`
  WITH counted AS (${countedPeopleDaysSql()}),
  compared AS (
    SELECT concat_ws(' ', "userId", "day", "roomId") AS "key", pair.*
    FROM "UserDailyStats" s FULL JOIN counted c USING ("userId", "day", "roomId")
    CROSS JOIN LATERAL (VALUES
      ('added', s."added", c."added"), ('likesGot', s."likesGot", c."got"), ('likesGiven', s."likesGiven", c."given")
    ) AS pair("column", "stored", "counted")
  )
  SELECT 'UserDailyStats' AS "table", "key", "column", "stored"::float8, "counted"::float8 FROM compared
  WHERE coalesce("stored", 0) <> coalesce("counted", 0)`

const roomDaysSql = Prisma.sql`
  WITH counted AS (${countedRoomDaysSql()}),
  compared AS (
    SELECT concat_ws(' ', "roomId", "day") AS "key", pair.* FROM "RoomDailyStats" s FULL JOIN counted c USING ("roomId", "day")
    CROSS JOIN LATERAL (VALUES
      ('added', s."added", c."added"), ('likes', s."likes", c."likes"), ('plays', s."plays", c."plays")
    ) AS pair("column", "stored", "counted")
  )
  SELECT 'RoomDailyStats' AS "table", "key", "column", "stored"::float8, "counted"::float8 FROM compared
  WHERE coalesce("stored", 0) <> coalesce("counted", 0)`
