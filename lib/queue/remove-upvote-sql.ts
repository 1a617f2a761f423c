import { Prisma } from '@/lib/db'
import { canRemoveSql, dayOfSql, eventWeightSql, removeEventSql, windowPassedSql } from '@/lib/stats/sql'
import type { VoteIds } from './upvote-sql'

/** One row when the member may vote for the stream, none otherwise. */
export type RemovalRow = { roomId: string; version: number; votes: number; isChanged: boolean; isVoted: boolean }

/** The locks are those of upvoteSql, for the same reasons. */
const votableSql = ({ streamId, memberId }: VoteIds) => Prisma.sql`
  room AS MATERIALIZED (
    SELECT r."id", r."version", r."currentQueueId" FROM "Stream" s JOIN "Room" r ON r."id" = s."roomId"
    WHERE s."id" = ${streamId}::uuid AND r."closedAt" IS NULL
    FOR NO KEY UPDATE OF r
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
const likesSql = Prisma.sql`
  likes AS (
    SELECT "personId", sum("given")::int AS "given", sum("got")::int AS "got" FROM (
      SELECT voter."personId", 1 AS "given", 0 AS "got" FROM vote, voter
      UNION ALL SELECT adder."personId", 0, 1 FROM vote, adder
    ) each GROUP BY "personId" ORDER BY "personId"
  )`

const bumpedSql = Prisma.sql`
  bumped AS (
    UPDATE "Room" r SET "version" = r."version" + 1 FROM vote, room WHERE r."id" = room."id" RETURNING r."version"
  )`

/** Has the window of the trending row t passed? */
const passedSql = windowPassedSql(Prisma.sql`t."windowStart"`, Prisma.sql`stream."at"`)

const weightEverywhere = (at: Prisma.Sql) => eventWeightSql('like', at, 'everywhere')

/** Takes back exactly what the vote gave. Changes nothing, with isVoted true, when the trending row must be rebuilt. */
export const removeUpvoteSql = (ids: VoteIds) => Prisma.sql`/* named: remove_upvote */ WITH ${votableSql(ids)},
  trend AS MATERIALIZED (
    SELECT t."id", t."trendingScore" FROM stream
    JOIN "RoomStreamTrending" t ON t."roomId" = stream."roomId" AND t."trackId" = stream."trackId"
    FOR NO KEY UPDATE OF t
  ),
  everywhere AS MATERIALIZED (
    SELECT t."trackId", t."trendingScore" FROM stream JOIN trend ON true JOIN "TrackTrending" t ON t."trackId" = stream."trackId"
    FOR NO KEY UPDATE OF t
  ),
  vote AS (
    DELETE FROM "Upvote" v USING voter, trend, everywhere
    WHERE v."streamId" = ${ids.streamId}::uuid AND v."memberId" = voter."id"
      AND ${canRemoveSql(Prisma.sql`trend."trendingScore"`, Prisma.sql`v."weight"`)}
      AND ${canRemoveSql(Prisma.sql`everywhere."trendingScore"`, weightEverywhere(Prisma.sql`v."createdAt"`))}
    RETURNING v."weight", v."createdAt"
  ),
  queue AS (
    UPDATE "RoomQueue" q SET "votes" = q."votes" - 1 FROM vote, stream WHERE q."id" = stream."queueId" RETURNING q."votes"
  ),
  ${likesSql},
  stats AS (
    -- The rows are there. Only a conflict finds them also when a guest has become a user since this statement began.
    INSERT INTO "UserRoomStats" AS u ("userId", "roomId", "totalLikesGiven", "totalLikesGot", "lastUpdated")
    SELECT likes."personId", stream."roomId", likes."given", likes."got", stream."at" FROM likes, stream
    ON CONFLICT ("userId", "roomId") DO UPDATE SET
      "totalLikesGiven" = u."totalLikesGiven" - excluded."totalLikesGiven",
      "totalLikesGot" = u."totalLikesGot" - excluded."totalLikesGot",
      "lastUpdated" = excluded."lastUpdated"
  ),
  person_days AS (
    INSERT INTO "UserDailyStats" AS d ("userId", "roomId", "day", "likesGiven", "likesGot")
    SELECT likes."personId", stream."roomId", ${dayOfSql(Prisma.sql`vote."createdAt"`)}, likes."given", likes."got"
    FROM likes, stream, vote
    ON CONFLICT ("userId", "day", "roomId") DO UPDATE SET
      "likesGiven" = d."likesGiven" - excluded."likesGiven", "likesGot" = d."likesGot" - excluded."likesGot"
  ),
  room_days AS (
    INSERT INTO "RoomDailyStats" AS d ("roomId", "day", "likes")
    SELECT stream."roomId", ${dayOfSql(Prisma.sql`vote."createdAt"`)}, 1 FROM vote, stream
    ON CONFLICT ("roomId", "day") DO UPDATE SET "likes" = d."likes" - excluded."likes"
  ),
  trending AS (
    UPDATE "RoomStreamTrending" t SET
      "trendingScore" = ${removeEventSql(Prisma.sql`t."trendingScore"`, Prisma.sql`vote."weight"`)},
      "recentUpvotes" = CASE WHEN ${passedSql} THEN 0
        WHEN vote."createdAt" >= t."windowStart" THEN greatest(0, t."recentUpvotes" - 1) ELSE t."recentUpvotes" END,
      "recentPlays" = CASE WHEN ${passedSql} THEN 0 ELSE t."recentPlays" END,
      "windowStart" = CASE WHEN ${passedSql} THEN stream."at" ELSE t."windowStart" END,
      "lastUpdated" = stream."at"
    FROM vote, stream, trend WHERE t."id" = trend."id"
  ),
  trending_everywhere AS (
    UPDATE "TrackTrending" t SET
      "trendingScore" = ${removeEventSql(Prisma.sql`t."trendingScore"`, weightEverywhere(Prisma.sql`vote."createdAt"`))},
      "recentUpvotes" = greatest(0, t."recentUpvotes" - (vote."createdAt" >= t."windowStart")::int),
      "lastUpdated" = stream."at"
    FROM vote, stream, everywhere WHERE t."trackId" = everywhere."trackId"
  ),
  ${bumpedSql}
  SELECT room."id" AS "roomId", coalesce(bumped."version", room."version") AS "version",
    coalesce(queue."votes", stream."votes") AS "votes", bumped."version" IS NOT NULL AS "isChanged",
    bumped."version" IS NULL AND EXISTS (
      SELECT FROM "Upvote" v WHERE v."streamId" = ${ids.streamId}::uuid AND v."memberId" = voter."id"
    ) AS "isVoted"
  FROM room, voter, stream LEFT JOIN queue ON true LEFT JOIN bumped ON true`
