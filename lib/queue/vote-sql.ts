import { Prisma } from '@/lib/db'
import { windowPassedSql } from '@/lib/stats/sql'
import { LOCKS, type Locked, type VoteIds } from './upvote-sql'

// What the statements for one vote have in common. The locks are those of upvoteSql, for the same reasons.

export const votableSql = ({ streamId, memberId }: VoteIds, locked: Locked = 'wait') => Prisma.sql`
  room AS MATERIALIZED (
    SELECT r."id", r."version", r."currentQueueId" FROM "Stream" s JOIN "Room" r ON r."id" = s."roomId"
    WHERE s."id" = ${streamId}::uuid AND r."closedAt" IS NULL
    FOR NO KEY UPDATE OF r ${LOCKS[locked]}
  ),
  stream AS MATERIALIZED (
    SELECT q."id" AS "queueId", q."roomId", q."votes", s."trackId", q."addedBy", clock_timestamp() AS "at"
    FROM room
    JOIN "RoomQueue" q ON q."streamId" = ${streamId}::uuid AND (NOT q."isPlayed" OR q."id" = room."currentQueueId")
    JOIN "Stream" s ON s."id" = q."streamId"
    FOR NO KEY UPDATE OF q
  ),
  voter AS MATERIALIZED (
    SELECT m."id", m."personId" FROM stream JOIN "RoomMember" m ON m."id" = ${memberId}::uuid
    WHERE m."roomId" = stream."roomId" AND m."leftAt" IS NULL AND m."bannedAt" IS NULL
    FOR KEY SHARE OF m
  ),
  adder AS MATERIALIZED (
    SELECT m."personId" FROM stream JOIN "RoomMember" m ON m."id" = stream."addedBy" FOR KEY SHARE OF m
  )`

/** A vote for one's own song gives and gets: one row, which a statement may change only once. */
export const likesSql = Prisma.sql`
  likes AS (
    SELECT "personId", sum("given")::int AS "given", sum("got")::int AS "got" FROM (
      SELECT voter."personId", 1 AS "given", 0 AS "got" FROM vote, voter
      UNION ALL SELECT adder."personId", 0, 1 FROM vote, adder
    ) each GROUP BY "personId" ORDER BY "personId"
  )`

export const bumpedSql = Prisma.sql`
  bumped AS (
    UPDATE "Room" r SET "version" = r."version" + 1 FROM vote, room WHERE r."id" = room."id" RETURNING r."version"
  )`

/** Has the window of the trending row t passed? */
export const passedSql = windowPassedSql(Prisma.sql`t."windowStart"`, Prisma.sql`stream."at"`)
