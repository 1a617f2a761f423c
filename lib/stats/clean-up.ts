import { setTimeout as sleep } from 'node:timers/promises'
import { db, Prisma } from '@/lib/db'

/** What one statement looks through, a few hundred rows: whoever likes one of them waits for some milliseconds. */
const BLOCKS_AT_ONCE = 8

/**
 * Clears the recent counts of songs that nothing has happened to since their window passed. Scores stay: they decay by
 * themselves. Rows that somebody is changing are left for the next time, so it never waits and never deadlocks.
 */
export async function clearQuietCounts(): Promise<number> {
  return (await clear('RoomStreamTrending')) + (await clear('TrackTrending'))
}

// Goes through the table where its rows lie. An index of quiet rows would cost every like a little more.
async function clear(name: 'RoomStreamTrending' | 'TrackTrending'): Promise<number> {
  const table = Prisma.raw(`"${name}"`)
  const [{ blocks }] = await db().$queryRaw<[{ blocks: number }]>`
    SELECT (pg_relation_size(${`"${name}"`}::regclass) / current_setting('block_size')::int)::int AS "blocks"`
  let cleared = 0
  for (let from = 0; from < blocks; from += BLOCKS_AT_ONCE) {
    const startedAt = performance.now()
    cleared += await db().$executeRaw`
      UPDATE ${table} SET "recentUpvotes" = 0, "recentPlays" = 0, "windowStart" = now() WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM ${table}
        WHERE ctid >= ${tid(from)}::tid AND ctid < ${tid(from + BLOCKS_AT_ONCE)}::tid
          AND "windowStart" <= now() - interval '24 hours' AND ("recentUpvotes" > 0 OR "recentPlays" > 0)
        FOR NO KEY UPDATE SKIP LOCKED
      ))`
    // Nobody waits for it: disk and cores are half the time for those who like.
    await sleep(performance.now() - startedAt)
  }
  return cleared
}

const tid = (block: number) => `(${block},0)`

/** Events older than a week are refused, so after eight days no receipt can be asked for. */
export function forgetOldReceipts(): Promise<number> {
  return db().$executeRaw`DELETE FROM "AnalyticsReceipt" WHERE "day" < (now() AT TIME ZONE 'UTC')::date - 8`
}
