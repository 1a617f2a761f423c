import type { TrackSummary } from '@/lib/catalog/track'
import { type TrackRow, trackSummary } from '@/lib/catalog/track-view'
import { db } from '@/lib/db'
import { trackJson } from '@/lib/queue/rows'
import { LISTENING_MS } from './place'

/** A room that anybody may walk into, with what plays there. */
export type PublicRoom = { code: string; name: string; hostName: string; listening: number; nowPlaying: TrackSummary }

/** How many of the newest public rooms are looked at. */
const LOOKED_AT = 200

/** Public rooms that play and that somebody hears, the fullest first. Locked ones let nobody in. */
export async function publicRoomsNow(limit: number): Promise<PublicRoom[]> {
  const rows = await db().$queryRaw<(Omit<PublicRoom, 'nowPlaying'> & { track: TrackRow })[]>`
    SELECT r."code", r."name", h."displayName" AS "hostName", here."listening", ${trackJson} AS "track"
    FROM (
      SELECT * FROM "Room" WHERE "isPublic" AND "closedAt" IS NULL ORDER BY "createdAt" DESC LIMIT ${LOOKED_AT}
    ) r
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "listening" FROM "RoomMember" m
      WHERE m."roomId" = r."id" AND m."leftAt" IS NULL AND m."bannedAt" IS NULL
        AND least(m."lastSeenAt", m."lastHeardAt") > clock_timestamp() - ${LISTENING_MS}::int * interval '1 ms'
    ) here
    JOIN "RoomMember" h ON h."roomId" = r."id" AND h."role" = 'host'
    JOIN "RoomQueue" q ON q."id" = r."currentQueueId"
    JOIN "Stream" s ON s."id" = q."streamId"
    JOIN "Track" t ON t."id" = s."trackId"
    LEFT JOIN "Song" so ON so."trackId" = t."id"
    WHERE r."isPlaying" AND r."lockedAt" IS NULL AND here."listening" > 0 AND so."status" IS DISTINCT FROM 'blocked'
    ORDER BY here."listening" DESC, r."createdAt" DESC LIMIT ${limit}`
  return rows.map(({ track, ...room }) => ({ ...room, nowPlaying: trackSummary(track) }))
}
