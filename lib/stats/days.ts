import { Prisma, type Tx } from '@/lib/db'

type Changes = { adds?: { by: string; at: Date }[]; likes: { by: string; to: string; at: Date }[] }

/**
 * Takes adds and likes back from the days on which they happened. People are named by their memberships.
 * The caller holds the lock on the room's row.
 */
export async function takeFromDays(tx: Tx, roomId: string, changes: Changes): Promise<void> {
  await tx.$executeRaw`
    WITH ${eachSql(changes)},
    room_days AS (
      UPDATE "RoomDailyStats" d SET "added" = d."added" - taken."added", "likes" = d."likes" - taken."likes"
      FROM (SELECT "day", sum("added") AS "added", sum("given") AS "likes" FROM each GROUP BY "day") taken
      WHERE d."roomId" = ${roomId}::uuid AND d."day" = taken."day"
    )
    UPDATE "UserDailyStats" d SET
      "added" = d."added" - taken."added",
      "likesGiven" = d."likesGiven" - taken."given",
      "likesGot" = d."likesGot" - taken."got"
    FROM (
      SELECT "personId", "day", sum("added") AS "added", sum("given") AS "given", sum("got") AS "got"
      FROM each GROUP BY "personId", "day"
    ) taken
    WHERE d."roomId" = ${roomId}::uuid AND d."userId" = taken."personId" AND d."day" = taken."day"`
}

/** Gives back what takeFromDays took. */
export async function giveToDays(tx: Tx, roomId: string, changes: Changes): Promise<void> {
  await tx.$executeRaw`
    WITH ${eachSql(changes)},
    room_days AS (
      INSERT INTO "RoomDailyStats" AS d ("roomId", "day", "added", "likes")
      SELECT ${roomId}::uuid, "day", sum("added"), sum("given") FROM each GROUP BY "day"
      ON CONFLICT ("roomId", "day") DO UPDATE SET
        "added" = d."added" + excluded."added", "likes" = d."likes" + excluded."likes"
    )
    INSERT INTO "UserDailyStats" AS d ("userId", "day", "roomId", "added", "likesGiven", "likesGot")
    SELECT "personId", "day", ${roomId}::uuid, sum("added"), sum("given"), sum("got") FROM each GROUP BY "personId", "day"
    ON CONFLICT ("userId", "day", "roomId") DO UPDATE SET
      "added" = d."added" + excluded."added",
      "likesGiven" = d."likesGiven" + excluded."likesGiven",
      "likesGot" = d."likesGot" + excluded."likesGot"`
}

function eachSql({ adds = [], likes }: Changes) {
  const each = [
    ...adds.map(({ by, at }) => ({ memberId: by, at, added: 1, given: 0, got: 0 })),
    ...likes.map(({ by, at }) => ({ memberId: by, at, added: 0, given: 1, got: 0 })),
    ...likes.map(({ to, at }) => ({ memberId: to, at, added: 0, given: 0, got: 1 })),
  ]
  return Prisma.sql`each AS MATERIALIZED (
      SELECT m."personId", (e."at" AT TIME ZONE 'UTC')::date AS "day", e."added", e."given", e."got"
      FROM jsonb_to_recordset(${JSON.stringify(each)}::jsonb)
        AS e("memberId" uuid, "at" timestamptz, "added" int, "given" int, "got" int)
      JOIN "RoomMember" m ON m."id" = e."memberId"
    )`
}
