import { db, Prisma } from '@/lib/db'
import { scoreOfSql } from './sql'

/** A number that is not what its raw rows say. */
export type Difference = { table: string; key: string; column: string; stored: number | null; counted: number | null }

/** Compares every aggregate with the raw rows, as of one instant. Nothing is returned when all is well. */
export async function differences(): Promise<Difference[]> {
  return db().$transaction(
    async (tx) => [
      ...(await tx.$queryRaw<Difference[]>(peopleSql)),
      ...(await tx.$queryRaw<Difference[]>(trendingSql)),
      ...(await tx.$queryRaw<Difference[]>(votesSql)),
    ],
    { isolationLevel: 'RepeatableRead', timeout: 600_000 },
  )
}

const live = Prisma.sql`
  live AS (SELECT * FROM "Stream" WHERE "removedAt" IS NULL),
  vote AS (SELECT u.*, live."roomId", live."trackId", live."addedBy" FROM "Upvote" u JOIN live ON live."id" = u."streamId")`

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

// Sums of floats depend on their order a little.
const trendingSql = Prisma.sql`
  WITH ${live},
  event AS (
    SELECT "roomId", "trackId", "addWeight" AS "weight", 'add' AS "kind", "createdAt" AS "at" FROM live
    UNION ALL SELECT "roomId", "trackId", "playWeight", 'play', "playedAt" FROM live WHERE "playWeight" IS NOT NULL
    UNION ALL SELECT "roomId", "trackId", "weight", 'like', "createdAt" FROM vote
  ),
  topped AS (SELECT *, max("weight") OVER (PARTITION BY "roomId", "trackId") AS "most" FROM event),
  counted AS (
    SELECT e."roomId", e."trackId", ${scoreOfSql(Prisma.sql`e."weight"`, Prisma.sql`e."most"`)} AS "score",
      count(*) FILTER (WHERE "kind" = 'like' AND "at" >= t."windowStart") AS "upvotes",
      count(*) FILTER (WHERE "kind" = 'play' AND "at" >= t."windowStart") AS "plays"
    FROM topped e LEFT JOIN "RoomStreamTrending" t USING ("roomId", "trackId") GROUP BY 1, 2
  ),
  compared AS (
    SELECT "roomId" || ' ' || "trackId" AS "key", pair.* FROM "RoomStreamTrending" t
    FULL JOIN counted c USING ("roomId", "trackId")
    CROSS JOIN LATERAL (VALUES
      ('trendingScore', t."trendingScore", c."score"),
      ('recentUpvotes', t."recentUpvotes", coalesce(c."upvotes", 0)),
      ('recentPlays', t."recentPlays", coalesce(c."plays", 0))
    ) AS pair("column", "stored", "counted")
  )
  SELECT 'RoomStreamTrending' AS "table", "key", "column", "stored", "counted" FROM compared
  WHERE "stored" IS NULL <> ("counted" IS NULL) OR abs("stored" - "counted") > 1e-6`

const votesSql = Prisma.sql`
  SELECT 'RoomQueue' AS "table", q."streamId"::text AS "key", 'votes' AS "column",
    q."votes"::float8 AS "stored", count(u."memberId")::float8 AS "counted"
  FROM "RoomQueue" q LEFT JOIN "Upvote" u ON u."streamId" = q."streamId"
  GROUP BY q."id" HAVING q."votes" <> count(u."memberId")`
