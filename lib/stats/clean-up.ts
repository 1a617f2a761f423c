import { db, Prisma } from '@/lib/db'

/**
 * Clears the recent counts of songs that nothing has happened to since their window passed. Scores stay: they decay by
 * themselves. Rows that somebody is changing are left for the next time, so it never waits and never deadlocks.
 */
export async function clearQuietCounts(): Promise<number> {
  return (await clear(Prisma.sql`"RoomStreamTrending"`)) + (await clear(Prisma.sql`"TrackTrending"`))
}

function clear(table: Prisma.Sql): Promise<number> {
  return db().$executeRaw`
    UPDATE ${table} SET "recentUpvotes" = 0, "recentPlays" = 0, "windowStart" = now() WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM ${table}
      WHERE "windowStart" <= now() - interval '24 hours' AND ("recentUpvotes" > 0 OR "recentPlays" > 0)
      FOR NO KEY UPDATE SKIP LOCKED
    ))`
}

/** Events older than a week are refused, so after eight days no receipt can be asked for. */
export function forgetOldReceipts(): Promise<number> {
  return db().$executeRaw`DELETE FROM "AnalyticsReceipt" WHERE "day" < (now() AT TIME ZONE 'UTC')::date - 8`
}
