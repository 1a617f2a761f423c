import { Prisma } from '@/lib/db'
import type { ListenerEvent } from './events-schema'
import type { Heard } from './known-events'
import { addEventSql, dayOfSql, eventWeightSql, scoreOfSql, windowPassedSql } from './sql'

export type TakenEvent = ListenerEvent & { heard: Heard | null }

/** `plays`: the days' counts that changed, as they are now. */
export type TakenRow = { accepted: number; plays: { day: string; trackId: string; plays: number }[] }

const passed = windowPassedSql(Prisma.sql`t."windowStart"`, Prisma.sql`heard."firstAt"`)

/**
 * An event may come late: what is older than the window does not count in it. The instants are in an array, since a row
 * that somebody changed meanwhile is computed again, and then PostgreSQL cannot look into the inserted rows once more.
 */
const recentSql = Prisma.sql`
  "recentPlays" = CASE WHEN ${passed} THEN cardinality(heard."instants")
    ELSE t."recentPlays" + (SELECT count(*) FROM unnest(heard."instants") AS "at" WHERE "at" >= t."windowStart") END,
  "recentUpvotes" = CASE WHEN ${passed} THEN 0 ELSE t."recentUpvotes" END,
  "windowStart" = CASE WHEN ${passed} THEN heard."firstAt" ELSE t."windowStart" END,
  "lastUpdated" = clock_timestamp()`

const inRoomSql = Prisma.sql`
  in_room AS (
    UPDATE "RoomStreamTrending" t SET
      "trendingScore" = ${addEventSql(Prisma.sql`t."trendingScore"`, Prisma.sql`heard."weight"`)},
      ${recentSql}
    FROM (
      SELECT "roomId", "trackId", ${scoreOfSql(Prisma.sql`"weight"`, Prisma.sql`"most"`)} AS "weight",
        array_agg("playedAt") AS "instants", min("playedAt") AS "firstAt"
      FROM play GROUP BY "roomId", "trackId"
    ) heard
    WHERE t."roomId" = heard."roomId" AND t."trackId" = heard."trackId"
  )`

// Adding a stream made these rows. They are locked in the order of tracks before any of them changes.
const everywhereSql = Prisma.sql`
  row_everywhere AS MATERIALIZED (
    SELECT "trackId" FROM "TrackTrending" WHERE "trackId" = ANY(ARRAY(SELECT "trackId" FROM play))
    ORDER BY "trackId" FOR NO KEY UPDATE
  ),
  everywhere AS (
    UPDATE "TrackTrending" t SET
      "trendingScore" = ${addEventSql(Prisma.sql`t."trendingScore"`, Prisma.sql`heard."weight"`)},
      ${recentSql}
    FROM (
      SELECT "trackId", ${scoreOfSql(Prisma.sql`"weightEverywhere"`, Prisma.sql`"mostEverywhere"`)} AS "weight",
        array_agg("playedAt") AS "instants", min("playedAt") AS "firstAt"
      FROM play JOIN row_everywhere USING ("trackId") GROUP BY "trackId"
    ) heard
    WHERE t."trackId" = heard."trackId" RETURNING t."trackId"
  )`

const daySql = Prisma.sql`
  room_days AS (
    INSERT INTO "RoomDailyStats" AS d ("roomId", "day", "plays")
    SELECT "roomId", "day", count(*) FROM play GROUP BY "roomId", "day"
    ON CONFLICT ("roomId", "day") DO UPDATE SET "plays" = d."plays" + excluded."plays"
  ),
  days AS (
    INSERT INTO "TrackDailyPlays" AS d ("day", "trackId", "plays")
    SELECT "day", "trackId", count(*)::int FROM play JOIN everywhere USING ("trackId")
    GROUP BY "day", "trackId" ORDER BY "trackId", "day"
    ON CONFLICT ("day", "trackId") DO UPDATE SET "plays" = d."plays" + excluded."plays"
    RETURNING d."day", d."trackId", d."plays"
  )`

/**
 * Takes events that have not come before, with every number that their plays touch, in one statement. A person's play
 * of a stream counts once, from whichever device it comes. The rooms are locked first, and TrackTrending before
 * TrackDailyPlays, each in the order of tracks: so it deadlocks with nobody.
 */
export const recordEventsSql = (events: TakenEvent[], userId: string | null) => Prisma.sql`/* named: record_events */
  WITH asked AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(events.map(flat))}::jsonb) AS asked("id" uuid, "trackId" uuid,
      "event" "AnalyticsEvent", "at" timestamptz(3), "deviceInfo" jsonb, "streamId" uuid, "memberId" uuid, "roomId" uuid)
  ),
  locked AS MATERIALIZED (
    SELECT "id" FROM "Room" WHERE "id" = ANY(ARRAY(SELECT "roomId" FROM asked WHERE "roomId" IS NOT NULL))
    ORDER BY "id" FOR NO KEY UPDATE
  ),
  receipt AS (
    INSERT INTO "AnalyticsReceipt" ("eventId", "day")
    SELECT "id", (now() AT TIME ZONE 'UTC')::date FROM (SELECT DISTINCT "id" FROM asked) each
    WHERE (SELECT count(*) FROM locked) >= 0 ORDER BY "id"
    ON CONFLICT DO NOTHING RETURNING "eventId"
  ),
  taken AS MATERIALIZED (
    SELECT DISTINCT ON (asked."id") asked.*, least(asked."at", clock_timestamp())::timestamptz(3) AS "happenedAt"
    FROM asked JOIN receipt ON receipt."eventId" = asked."id" ORDER BY asked."id"
  ),
  raw AS (
    INSERT INTO "SongAnalytics" ("eventId", "trackId", "userId", "event", "deviceInfo", "timestamp")
    SELECT "id", "trackId", ${userId}::uuid, "event", "deviceInfo", "happenedAt" FROM taken
  ),
  inserted AS (
    INSERT INTO "StreamPlay" ("streamId", "memberId", "weight", "playedAt")
    SELECT "streamId", "memberId", ${eventWeightSql('play', Prisma.sql`"happenedAt"`)}, "happenedAt" FROM taken
    WHERE "streamId" IS NOT NULL ORDER BY "streamId", "memberId"
    ON CONFLICT DO NOTHING RETURNING *
  ),
  play AS MATERIALIZED (
    SELECT inserted.*, s."roomId", s."trackId", ${dayOfSql(Prisma.sql`"playedAt"`)} AS "day",
      max("weight") OVER (PARTITION BY s."roomId", s."trackId") AS "most",
      ${eventWeightSql('play', Prisma.sql`"playedAt"`, 'everywhere')} AS "weightEverywhere",
      max(${eventWeightSql('play', Prisma.sql`"playedAt"`, 'everywhere')}) OVER (PARTITION BY s."trackId") AS "mostEverywhere"
    FROM inserted JOIN "Stream" s ON s."id" = inserted."streamId"
  ),
  ${inRoomSql},
  ${everywhereSql},
  ${daySql}
  SELECT (SELECT count(*)::int FROM receipt) AS "accepted",
    coalesce((SELECT json_agg(json_build_object('day', "day", 'trackId', "trackId", 'plays', "plays")) FROM days), '[]') AS "plays"`

const flat = ({ heard, ...event }: TakenEvent) => ({ ...event, ...heard })
