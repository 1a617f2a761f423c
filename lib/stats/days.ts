import type { Tx } from '@/lib/db'

type Taken = { adds?: { by: string; at: Date }[]; likes: { by: string; to: string; at: Date }[] }

/**
 * Takes adds and likes back from the days on which they happened. People are named by their memberships.
 * The caller holds the lock on the room's row.
 */
export async function takeFromDays(tx: Tx, roomId: string, { adds = [], likes }: Taken): Promise<void> {
  const each = [
    ...adds.map(({ by, at }) => ({ memberId: by, at, added: 1, given: 0, got: 0 })),
    ...likes.map(({ by, at }) => ({ memberId: by, at, added: 0, given: 1, got: 0 })),
    ...likes.map(({ to, at }) => ({ memberId: to, at, added: 0, given: 0, got: 1 })),
  ]
  await tx.$executeRaw`
    WITH each AS MATERIALIZED (
      SELECT m."personId", (e."at" AT TIME ZONE 'UTC')::date AS "day", e."added", e."given", e."got"
      FROM jsonb_to_recordset(${JSON.stringify(each)}::jsonb)
        AS e("memberId" uuid, "at" timestamptz, "added" int, "given" int, "got" int)
      JOIN "RoomMember" m ON m."id" = e."memberId"
    ),
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
