import { db } from '@/lib/db'

/** More changes than a room can have in the moment before a crash. */
const MOST_LOST = 1000

/**
 * A PostgreSQL that crashed may have lost the last commands, which do not wait for the disk, and given versions that
 * browsers were told to other changes. Then the versions of all open rooms go on from beyond those, so that every browser
 * finds that it has missed something. The row says that it has been done: a crash empties unlogged tables.
 */
export async function passLostVersions(): Promise<void> {
  await db().$executeRaw`
    WITH crashed AS (INSERT INTO "Uncrashed" ("id") VALUES (true) ON CONFLICT DO NOTHING RETURNING "id"),
    open AS (
      SELECT r."id" FROM "Room" r WHERE r."closedAt" IS NULL AND EXISTS (SELECT 1 FROM crashed)
      ORDER BY r."id" FOR NO KEY UPDATE
    )
    UPDATE "Room" SET "version" = "version" + ${MOST_LOST}::int FROM open WHERE "Room"."id" = open."id"`
}
