import { Prisma } from '@/lib/db'
import { addEventSql, dayOfSql, eventWeightSql, mergeEverywhereSql, windowPassedSql } from '@/lib/stats/sql'

export type VoteIds = { streamId: string; memberId: string }

/** What became of a vote that was allowed. `version` and `votes` are those right after it. */
export type VoteRow = VoteIds & { roomId: string; version: number; votes: number; isChanged: boolean }

/** `locked`: what to do about a room that another transaction holds: wait for it, or leave its votes out. */
export type Locked = 'wait' | 'skip'

const passed = windowPassedSql(Prisma.sql`t."windowStart"`, Prisma.sql`liked."at"`)

/**
 * Adds votes, with every number that they touch, in one statement: a row for each one that the member may give.
 *
 * The rooms are locked before anything else and in one order, so that votes never deadlock. What a statement has read
 * before it got a lock may be old by then (READ COMMITTED), so what decides is read again by locking it too: whether the
 * song still waits, and who its people are (a guest may have become a user).
 */
export const upvoteSql = (votes: VoteIds[], locked: Locked) => Prisma.sql`${TITLES[locked]}
  WITH asked AS MATERIALIZED (
    SELECT * FROM unnest(${votes.map(({ streamId }) => streamId)}::uuid[], ${votes.map(({ memberId }) => memberId)}::uuid[])
      AS asked("streamId", "memberId")
  ),
  locked AS MATERIALIZED (
    SELECT r."id", r."version", r."currentQueueId" FROM "Room" r
    WHERE r."closedAt" IS NULL
      AND r."id" = ANY(ARRAY(SELECT s."roomId" FROM asked JOIN "Stream" s ON s."id" = asked."streamId"))
    ORDER BY r."id" FOR NO KEY UPDATE OF r ${LOCKS[locked]}
  ),
  room AS MATERIALIZED (SELECT *, clock_timestamp() AS "at" FROM locked),
  stream AS MATERIALIZED (
    SELECT q."streamId", q."roomId", q."votes", s."trackId", q."addedBy", room."version", room."at"
    FROM (SELECT DISTINCT "streamId" FROM asked) asked
    JOIN "Stream" s ON s."id" = asked."streamId"
    JOIN room ON room."id" = s."roomId"
    JOIN "RoomQueue" q ON q."streamId" = s."id" AND (NOT q."isPlayed" OR q."id" = room."currentQueueId")
    FOR NO KEY UPDATE OF q
  ),
  voter AS MATERIALIZED (
    SELECT asked."streamId", stream."roomId", stream."version", stream."votes", stream."at", m."id", m."personId"
    FROM asked JOIN stream USING ("streamId") JOIN "RoomMember" m ON m."id" = asked."memberId"
    WHERE m."roomId" = stream."roomId" AND m."leftAt" IS NULL AND m."bannedAt" IS NULL
    FOR KEY SHARE OF m
  ),
  adder AS MATERIALIZED (
    SELECT stream."streamId", m."personId" FROM stream JOIN "RoomMember" m ON m."id" = stream."addedBy"
    FOR KEY SHARE OF m
  ),
  inserted AS (
    INSERT INTO "Upvote" ("streamId", "memberId", "weight", "createdAt")
    SELECT "streamId", "id", ${eventWeightSql('like', Prisma.sql`"at"`)}, "at" FROM voter
    ON CONFLICT DO NOTHING RETURNING "streamId", "memberId", "weight", "createdAt" AS "at"
  ),
  vote AS MATERIALIZED (
    SELECT inserted.*, stream."roomId", stream."trackId",
      row_number() OVER (PARTITION BY stream."roomId" ORDER BY "streamId", "memberId")::int AS "inRoom",
      row_number() OVER (PARTITION BY "streamId" ORDER BY "memberId")::int AS "inStream"
    FROM inserted JOIN stream USING ("streamId")
  ),
  queue AS (
    UPDATE "RoomQueue" q SET "votes" = q."votes" + liked."count"
    FROM (SELECT "streamId", count(*)::int AS "count" FROM vote GROUP BY "streamId") liked
    WHERE q."streamId" = liked."streamId" RETURNING q."streamId", q."votes"
  ),
  likes AS MATERIALIZED (
    SELECT "personId", "roomId", sum("given")::int AS "given", sum("got")::int AS "got", "at" FROM (
      SELECT voter."personId", vote."roomId", vote."at", 1 AS "given", 0 AS "got" FROM vote
        JOIN voter ON voter."id" = vote."memberId" AND voter."streamId" = vote."streamId"
      UNION ALL SELECT adder."personId", vote."roomId", vote."at", 0, 1 FROM vote JOIN adder USING ("streamId")
    ) each GROUP BY "personId", "roomId", "at"
  ),
  stats AS (
    INSERT INTO "UserRoomStats" AS u ("userId", "roomId", "totalLikesGiven", "totalLikesGot", "lastUpdated")
    SELECT "personId", "roomId", "given", "got", "at" FROM likes
    ON CONFLICT ("userId", "roomId") DO UPDATE SET
      "totalLikesGiven" = u."totalLikesGiven" + excluded."totalLikesGiven",
      "totalLikesGot" = u."totalLikesGot" + excluded."totalLikesGot",
      "lastUpdated" = excluded."lastUpdated"
  ),
  person_days AS (
    INSERT INTO "UserDailyStats" AS d ("userId", "roomId", "day", "likesGiven", "likesGot")
    SELECT "personId", "roomId", ${dayOfSql(Prisma.sql`"at"`)}, "given", "got" FROM likes
    ON CONFLICT ("userId", "day", "roomId") DO UPDATE SET
      "likesGiven" = d."likesGiven" + excluded."likesGiven", "likesGot" = d."likesGot" + excluded."likesGot"
  ),
  room_days AS (
    INSERT INTO "RoomDailyStats" AS d ("roomId", "day", "likes")
    SELECT "roomId", ${dayOfSql(Prisma.sql`"at"`)}, count(*) FROM vote GROUP BY "roomId", "at"
    ON CONFLICT ("roomId", "day") DO UPDATE SET "likes" = d."likes" + excluded."likes"
  ),
  trending AS (
    UPDATE "RoomStreamTrending" t SET
      "trendingScore" = ${addEventSql(Prisma.sql`t."trendingScore"`, Prisma.sql`liked."weight"`)},
      "recentUpvotes" = liked."count" + CASE WHEN ${passed} THEN 0 ELSE t."recentUpvotes" END,
      "recentPlays" = CASE WHEN ${passed} THEN 0 ELSE t."recentPlays" END,
      "windowStart" = CASE WHEN ${passed} THEN liked."at" ELSE t."windowStart" END,
      "lastUpdated" = liked."at"
    FROM (
      SELECT "roomId", "trackId", max("weight") + ln(count(*)::float8) AS "weight", count(*)::int AS "count", "at"
      FROM vote GROUP BY "roomId", "trackId", "at"
    ) liked
    WHERE t."roomId" = liked."roomId" AND t."trackId" = liked."trackId"
  ),
  everywhere AS (
    INSERT INTO "TrackTrending" AS t ("trackId", "trendingScore", "recentUpvotes", "windowStart", "lastUpdated")
    SELECT "trackId", ln(count(*)::float8) + ${eventWeightSql('like', Prisma.sql`min("at")`, 'everywhere')},
      count(*)::int, min("at"), min("at")
    FROM vote GROUP BY "trackId"
    -- Other rooms' votes change these rows too: everyone takes them in one order.
    ORDER BY "trackId"
    ${mergeEverywhereSql()}
  ),
  bumped AS (
    UPDATE "Room" r SET "version" = r."version" + liked."count"
    FROM (SELECT "roomId", count(*)::int AS "count" FROM vote GROUP BY "roomId") liked
    WHERE r."id" = liked."roomId" RETURNING r."id", r."version"
  )
  SELECT voter."streamId", voter."id" AS "memberId", voter."roomId", vote."streamId" IS NOT NULL AS "isChanged",
    coalesce(voter."version" + vote."inRoom", bumped."version", voter."version") AS "version",
    coalesce(voter."votes" + vote."inStream", queue."votes", voter."votes") AS "votes"
  FROM voter
  LEFT JOIN vote ON vote."streamId" = voter."streamId" AND vote."memberId" = voter."id"
  LEFT JOIN queue ON queue."streamId" = voter."streamId"
  LEFT JOIN bumped ON bumped."id" = voter."roomId"
  ORDER BY "version"`

const TITLES = {
  wait: Prisma.sql`/* named: upvote */`,
  skip: Prisma.sql`/* named: upvote_skip_locked */`,
}
const LOCKS = { wait: Prisma.empty, skip: Prisma.sql`SKIP LOCKED` }
