-- addEvent of lib/stats/decay.ts.
CREATE FUNCTION add_event(score float8, weight float8, max_exponent float8) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN greatest(score, weight) + coalesce(ln(1 + exp(-least(abs(score - weight), max_exponent))), 0);

-- A single vote, with every number that it touches (lib/queue/upvote-one-sql.ts). In a function each step is a short
-- statement whose plan is kept: as one statement with a dozen parts, setting it up took longer than running it.
--
-- The room is locked first, and what decides is read afterwards: a later statement sees all that was committed until then.
-- TrackTrending comes last, since rooms share it. Without enable_seqscan the plans that a connection makes while the
-- tables are small stay right when they have grown. Semicolons are written as \x3b, since what applies migrations cuts
-- them at every one.
CREATE FUNCTION upvote_one(
  stream uuid, member uuid, is_skipping_locked boolean,
  -- The constants of lib/stats/decay.ts. `weight` is a logarithm, the lambdas are per second.
  weight float8, lambda_room float8, lambda_everywhere float8, landmark float8, window_length interval, max_exponent float8,
  OUT "roomId" uuid, OUT "version" int, OUT "votes" int, OUT "isChanged" boolean
) RETURNS SETOF record LANGUAGE plpgsql SET enable_seqscan = off AS E'
  #variable_conflict use_column
  DECLARE
    room uuid\x3b
    track uuid\x3b
    on_now uuid\x3b
    queued uuid\x3b
    voter uuid\x3b
    adder uuid\x3b
    instant timestamptz\x3b
    age float8\x3b
    today date\x3b
  BEGIN
    SELECT s."roomId", s."trackId" INTO room, track FROM "Stream" s WHERE s."id" = stream\x3b
    IF is_skipping_locked THEN
      SELECT r."version", r."currentQueueId" INTO "version", on_now FROM "Room" r
      WHERE r."id" = room AND r."closedAt" IS NULL FOR NO KEY UPDATE SKIP LOCKED\x3b
    ELSE
      SELECT r."version", r."currentQueueId" INTO "version", on_now FROM "Room" r
      WHERE r."id" = room AND r."closedAt" IS NULL FOR NO KEY UPDATE\x3b
    END IF\x3b
    IF NOT FOUND THEN RETURN\x3b END IF\x3b

    -- A guest may become a user at any moment: not before this vote is over.
    SELECT q."id", q."votes", m."personId", a."personId" INTO queued, "votes", voter, adder
    FROM "RoomQueue" q
    JOIN "RoomMember" a ON a."id" = q."addedBy"
    JOIN "RoomMember" m ON m."id" = member AND m."roomId" = q."roomId" AND m."leftAt" IS NULL AND m."bannedAt" IS NULL
    WHERE q."streamId" = stream AND (NOT q."isPlayed" OR q."id" = on_now)
    FOR KEY SHARE OF m, a\x3b
    IF NOT FOUND THEN RETURN\x3b END IF\x3b

    instant := clock_timestamp()\x3b
    age := extract(epoch FROM instant)::float8 - landmark\x3b
    today := (instant AT TIME ZONE \'UTC\')::date\x3b
    INSERT INTO "Upvote" ("streamId", "memberId", "weight", "createdAt")
    VALUES (stream, member, weight + lambda_room * age, instant) ON CONFLICT DO NOTHING\x3b
    "isChanged" := FOUND\x3b
    "roomId" := room\x3b
    IF NOT "isChanged" THEN
      RETURN NEXT\x3b
      RETURN\x3b
    END IF\x3b

    UPDATE "RoomQueue" q SET "votes" = q."votes" + 1 WHERE q."id" = queued RETURNING q."votes" INTO "votes"\x3b
    -- A vote for one\'s own song gives and gets: one row, which a statement may change only once.
    INSERT INTO "UserRoomStats" AS u ("userId", "roomId", "totalLikesGiven", "totalLikesGot", "lastUpdated")
    SELECT "personId", room, "given", "got", instant
    FROM (VALUES (voter, 1, (voter = adder)::int), (adder, 0, 1)) likes("personId", "given", "got")
    WHERE "given" = 1 OR voter <> adder
    ON CONFLICT ("userId", "roomId") DO UPDATE SET
      "totalLikesGiven" = u."totalLikesGiven" + excluded."totalLikesGiven",
      "totalLikesGot" = u."totalLikesGot" + excluded."totalLikesGot",
      "lastUpdated" = excluded."lastUpdated"\x3b
    INSERT INTO "UserDailyStats" AS d ("userId", "roomId", "day", "likesGiven", "likesGot")
    SELECT "personId", room, today, "given", "got"
    FROM (VALUES (voter, 1, (voter = adder)::int), (adder, 0, 1)) likes("personId", "given", "got")
    WHERE "given" = 1 OR voter <> adder
    ON CONFLICT ("userId", "day", "roomId") DO UPDATE SET
      "likesGiven" = d."likesGiven" + excluded."likesGiven", "likesGot" = d."likesGot" + excluded."likesGot"\x3b
    INSERT INTO "RoomDailyStats" AS d ("roomId", "day", "likes") VALUES (room, today, 1)
    ON CONFLICT ("roomId", "day") DO UPDATE SET "likes" = d."likes" + 1\x3b
    UPDATE "RoomStreamTrending" t SET
      "trendingScore" = add_event(t."trendingScore", weight + lambda_room * age, max_exponent),
      "recentUpvotes" = 1 + CASE WHEN t."windowStart" <= instant - window_length THEN 0 ELSE t."recentUpvotes" END,
      "recentPlays" = CASE WHEN t."windowStart" <= instant - window_length THEN 0 ELSE t."recentPlays" END,
      "windowStart" = CASE WHEN t."windowStart" <= instant - window_length THEN instant ELSE t."windowStart" END,
      "lastUpdated" = instant
    WHERE t."roomId" = room AND t."trackId" = track\x3b
    UPDATE "Room" r SET "version" = r."version" + 1 WHERE r."id" = room RETURNING r."version" INTO "version"\x3b
    INSERT INTO "TrackTrending" AS t ("trackId", "trendingScore", "recentUpvotes", "windowStart", "lastUpdated")
    VALUES (track, weight + lambda_everywhere * age, 1, instant, instant)
    ON CONFLICT ("trackId") DO UPDATE SET
      "trendingScore" = add_event(t."trendingScore", excluded."trendingScore", max_exponent),
      "recentUpvotes" = 1 + CASE WHEN t."windowStart" <= instant - window_length THEN 0 ELSE t."recentUpvotes" END,
      "recentPlays" = CASE WHEN t."windowStart" <= instant - window_length THEN 0 ELSE t."recentPlays" END,
      "windowStart" = CASE WHEN t."windowStart" <= instant - window_length THEN instant
        ELSE least(t."windowStart", instant) END,
      "lastUpdated" = instant\x3b
    RETURN NEXT\x3b
  END';

-- The key to the member, whose room it is, says the same.
ALTER TABLE "UserRoomStats" DROP CONSTRAINT "UserRoomStats_roomId_fkey";
