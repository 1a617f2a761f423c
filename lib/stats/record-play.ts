import { Prisma, type Tx } from '@/lib/db'
import { addEventSql, eventWeightSql, mergeEverywhereSql, windowPassedSql } from './sql'

const score = Prisma.sql`t."trendingScore"`
const weight = Prisma.sql`play."playWeight"`
const passed = windowPassedSql(Prisma.sql`t."windowStart"`, Prisma.sql`play."playedAt"`)

/** Counts a play that was heard for long enough, once a stream. The caller holds the lock on the room's row. */
export async function recordPlay(tx: Tx, { streamId, at }: { streamId: string; at: Date }): Promise<void> {
  await tx.$executeRaw`
    WITH moment AS MATERIALIZED (SELECT least(${at}::timestamptz, clock_timestamp())::timestamptz(3) AS "at"),
    play AS (
      UPDATE "Stream" s SET "playedAt" = moment."at", "playWeight" = ${eventWeightSql('play', Prisma.sql`moment."at"`)}
      FROM moment WHERE s."id" = ${streamId}::uuid AND s."playWeight" IS NULL AND s."removedAt" IS NULL
      RETURNING s."roomId", s."trackId", s."playedAt", s."playWeight"
    ), everywhere AS (
      INSERT INTO "TrackTrending" AS t ("trackId", "trendingScore", "recentPlays", "windowStart", "lastUpdated")
      SELECT "trackId", ${eventWeightSql('play', Prisma.sql`"playedAt"`, 'everywhere')}, 1, "playedAt", "playedAt" FROM play
      ${mergeEverywhereSql()}
    ), day AS (
      INSERT INTO "TrackDailyPlays" AS d ("day", "trackId", "plays")
      SELECT (play."playedAt" AT TIME ZONE 'UTC')::date, play."trackId", 1 FROM play
      ON CONFLICT ("day", "trackId") DO UPDATE SET "plays" = d."plays" + 1
    )
    UPDATE "RoomStreamTrending" t SET
      "trendingScore" = ${addEventSql(score, weight)},
      "recentPlays" = CASE WHEN ${passed} THEN 1
        WHEN play."playedAt" >= t."windowStart" THEN t."recentPlays" + 1 ELSE t."recentPlays" END,
      "recentUpvotes" = CASE WHEN ${passed} THEN 0 ELSE t."recentUpvotes" END,
      "windowStart" = CASE WHEN ${passed} THEN play."playedAt" ELSE t."windowStart" END,
      "lastUpdated" = clock_timestamp()
    FROM play WHERE t."roomId" = play."roomId" AND t."trackId" = play."trackId"`
}
