import { Prisma } from '@/lib/db'
import { HALF_LIFE_MS, WEIGHTS } from '@/lib/stats/decay'

// Each question asked twice: of the aggregates, and of the raw rows on the same indexes. `$1` is a person or a room.

export type Read = { kept: string; counted: string; by: 'user' | 'room' }
/** What both ways must agree on: who or which, and the numbers. */
export type Answer = { key: string; value: number }[]

const LAMBDA = Math.LN2 / (HALF_LIFE_MS.room / 1000)
const heat = (weight: number, at: string) =>
  `${weight} * exp(greatest(-700, ${LAMBDA} * extract(epoch FROM ${at} - now())::float8))`

export const READS: { [name: string]: Read } = {
  dashboard: {
    by: 'user',
    kept: `SELECT "roomId" AS key, "totalAdded" * 1e12 + "totalLikesGot" * 1e6 + "totalLikesGiven" AS value
      FROM "UserRoomStats" WHERE "userId" = $1`,
    counted: `
      SELECT m."roomId" AS key, "added" * 1e12 + "got" * 1e6 + "given" AS value
      FROM "RoomMember" m
      CROSS JOIN LATERAL (SELECT count(*) AS "added" FROM "Stream" s WHERE s."addedBy" = m."id" AND s."removedAt" IS NULL) a
      CROSS JOIN LATERAL (SELECT count(*) AS "got" FROM "Stream" s JOIN "Upvote" u ON u."streamId" = s."id"
        WHERE s."addedBy" = m."id" AND s."removedAt" IS NULL) b
      CROSS JOIN LATERAL (SELECT count(*) AS "given" FROM "Upvote" u JOIN "Stream" s ON s."id" = u."streamId"
        WHERE u."memberId" = m."id" AND s."removedAt" IS NULL) c
      WHERE m."userId" = $1 AND "added" + "got" + "given" > 0`,
  },
  'room trending': {
    by: 'room',
    kept: `SELECT "trackId" AS key, exp(greatest(-700, "trendingScore"
        - ${LAMBDA} * (extract(epoch FROM now())::float8 - extract(epoch FROM timestamptz '2026-01-01T00:00:00Z')::float8))) AS value
      FROM "RoomStreamTrending" WHERE "roomId" = $1 AND "trendingScore" IS NOT NULL
      ORDER BY "trendingScore" DESC NULLS LAST LIMIT 10`,
    counted: `
      SELECT "trackId" AS key, sum("heat") AS value FROM (
        SELECT "trackId", ${heat(WEIGHTS.add, '"createdAt"')} AS "heat" FROM "Stream" WHERE "roomId" = $1 AND "removedAt" IS NULL
        UNION ALL SELECT s."trackId", ${heat(WEIGHTS.like, 'u."createdAt"')}
          FROM "Stream" s JOIN "Upvote" u ON u."streamId" = s."id" WHERE s."roomId" = $1 AND s."removedAt" IS NULL
      ) event GROUP BY "trackId" ORDER BY value DESC LIMIT 10`,
  },
  'up next': {
    by: 'room',
    kept: `SELECT "streamId" AS key, "votes" AS value FROM "RoomQueue"
      WHERE "roomId" = $1 AND NOT "isPlayed" ORDER BY "turn", "votes" DESC, "order" LIMIT 20`,
    counted: `
      SELECT q."streamId" AS key, count(u."memberId") AS value
      FROM "RoomQueue" q LEFT JOIN "Upvote" u ON u."streamId" = q."streamId"
      WHERE q."roomId" = $1 AND NOT q."isPlayed" GROUP BY q."id" ORDER BY q."turn", value DESC, q."order" LIMIT 20`,
  },
}

/** Rooms and people as often as things happen in them: the busy ones are looked at most. */
export const sampleSql = {
  user: (count: number) => Prisma.sql`
    SELECT "userId" AS id FROM "RoomMember" TABLESAMPLE BERNOULLI (100) ORDER BY random() LIMIT ${count}::int`,
  room: (count: number) => Prisma.sql`
    SELECT "roomId" AS id FROM "Stream" TABLESAMPLE BERNOULLI (100) ORDER BY random() LIMIT ${count}::int`,
}
