import { Prisma, type Tx } from '@/lib/db'
import { scoreOfSql } from './sql'

type SongInRoom = { roomId: string; trackId: string }

/**
 * Sums up the trending row from the events that still count: for a removal that subtraction can't tell,
 * and for the command that restores the statistics. The caller holds the lock on the room's row.
 */
export async function rebuildTrending(tx: Tx, { roomId, trackId }: SongInRoom): Promise<void> {
  await tx.$executeRaw`
    WITH stream AS (
      SELECT * FROM "Stream" WHERE "roomId" = ${roomId}::uuid AND "trackId" = ${trackId}::uuid AND "removedAt" IS NULL
    ), event AS (
      SELECT "addWeight" AS "weight", 'add' AS "kind", "createdAt" AS "at" FROM stream
      UNION ALL SELECT p."weight", 'play', p."playedAt" FROM "StreamPlay" p JOIN stream ON stream."id" = p."streamId"
      UNION ALL SELECT u."weight", 'like', u."createdAt" FROM "Upvote" u JOIN stream ON stream."id" = u."streamId"
    ), most AS (SELECT max("weight") AS "weight" FROM event),
    score AS (SELECT ${scoreOfSql(Prisma.sql`event."weight"`, Prisma.sql`most."weight"`)} AS "score" FROM event, most)
    UPDATE "RoomStreamTrending" t SET
      "trendingScore" = score."score",
      "recentUpvotes" = (SELECT count(*) FROM event WHERE "kind" = 'like' AND "at" >= t."windowStart"),
      "recentPlays" = (SELECT count(*) FROM event WHERE "kind" = 'play' AND "at" >= t."windowStart"),
      "streamId" = coalesce((SELECT "id" FROM stream ORDER BY "createdAt" DESC, "id" LIMIT 1), t."streamId"),
      "lastUpdated" = clock_timestamp()
    FROM score WHERE t."roomId" = ${roomId}::uuid AND t."trackId" = ${trackId}::uuid`
}
