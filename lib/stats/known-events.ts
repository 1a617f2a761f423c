import { db, Prisma } from '@/lib/db'
import type { ListenerEvent } from './events-schema'
import { MOST_NEEDED_MS } from './play-rule'

/** Where a play was heard. */
export type Heard = { streamId: string; memberId: string; roomId: string }

/** What the server knows of an event: what is wrong with it, and for a play where it was heard. */
export type KnownEvent = { id: string; wrong: 'track' | 'future' | 'old' | null; heard: Heard | null }

export type Person = { userId: string | null; guestId: string | null }

/** Clocks and the lead of a start differ by this much at most. */
const TOLERANCE = Prisma.sql`interval '1 second'`

/** In the order of the events. */
export function knownEvents(events: ListenerEvent[], { userId, guestId }: Person): Promise<KnownEvent[]> {
  const asked = events.map(({ id, trackId, event, at }, place) => ({ place, id, trackId, event, at }))
  return db().$queryRaw<KnownEvent[]>`/* named: known_events */
    WITH asked AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        AS asked("place" int, "id" uuid, "trackId" uuid, "event" "AnalyticsEvent", "at" timestamptz)
    )
    SELECT asked."id", CASE
        WHEN t."id" IS NULL OR so."status" = 'blocked' THEN 'track'
        WHEN asked."at" > clock_timestamp() + interval '5 seconds' THEN 'future'
        WHEN asked."at" < clock_timestamp() - interval '7 days' THEN 'old'
      END AS "wrong",
      CASE WHEN asked."event" = 'play' THEN (${heardSql(Prisma.sql`(m."userId" = ${userId}::uuid OR m."guestId" = ${guestId}::uuid)`)}) END AS "heard"
    FROM asked LEFT JOIN "Track" t ON t."id" = asked."trackId" LEFT JOIN "Song" so ON so."trackId" = t."id"
    ORDER BY asked."place"`
}

/**
 * The stream of the track that was on in one of the person's rooms at that time, and long enough for the play rule
 * since it began and since they joined. Pauses of the song that is on show in the room's position.
 */
const heardSql = (isPerson: Prisma.Sql) => Prisma.sql`
  SELECT json_build_object('streamId', s."id", 'memberId', m."id", 'roomId', m."roomId")
  FROM "RoomMember" m
  JOIN "Room" r ON r."id" = m."roomId"
  JOIN "Stream" s ON s."roomId" = m."roomId" AND s."trackId" = t."id" AND s."removedAt" IS NULL
  JOIN "RoomQueue" q ON q."streamId" = s."id" AND q."playedAt" <= asked."at"
  CROSS JOIN LATERAL (SELECT least(t."durationMs" / 2.0, ${MOST_NEEDED_MS}::int) * interval '1 millisecond' AS "need") rule
  CROSS JOIN LATERAL (SELECT CASE
    WHEN r."currentQueueId" = q."id" THEN r."positionAt"
      + CASE WHEN r."isPlaying" THEN t."durationMs" - r."position" ELSE 0 END * interval '1 millisecond'
    ELSE coalesce((SELECT min(n."playedAt") FROM "RoomQueue" n WHERE n."roomId" = m."roomId" AND n."playedAt" > q."playedAt"), r."positionAt")
  END AS "end") followed
  WHERE ${isPerson} AND m."bannedAt" IS NULL
    AND asked."at" - greatest(q."playedAt", m."joinedAt") >= rule."need" - ${TOLERANCE}
    AND asked."at" <= followed."end" + ${TOLERANCE}
    AND asked."at" <= coalesce(m."leftAt", 'infinity') + ${TOLERANCE}
    AND (r."currentQueueId" IS DISTINCT FROM q."id" OR asked."at" < r."positionAt" OR r."position" * interval '1 millisecond'
      + CASE WHEN r."isPlaying" THEN asked."at" - r."positionAt" ELSE interval '0' END >= rule."need" - ${TOLERANCE})
  ORDER BY EXISTS (SELECT FROM "StreamPlay" p WHERE p."streamId" = s."id" AND p."memberId" = m."id"), q."playedAt" DESC
  LIMIT 1`
