import { songJson } from '@/lib/catalog/song-json'
import { type TrackRow, trackSummary } from '@/lib/catalog/track-view'
import { Prisma } from '@/lib/db'
import type { QueueItem } from './schema'

/** A row of itemSql; through json_agg the instant is text. */
export type ItemRow = Omit<QueueItem, 'track' | 'addedBy' | 'playedAt'> & {
  track: TrackRow
  memberId: string
  displayName: string
  playedAt: Date | string | null
}

/** The track of t and so as trackSelect has it. */
export const trackJson = Prisma.sql`json_build_object(
    'id', t."id", 'title', t."title", 'artist', t."artist", 'album', t."album", 'durationMs', t."durationMs",
    'song', CASE WHEN so."id" IS NOT NULL THEN ${songJson} END)`

/** compareQueueItems as PostgreSQL says it: along the index, in each mode. */
export const IN_ORDER = Prisma.sql`ORDER BY q."turn", q."votes" DESC, q."order"`

/** The items of `q` that `where` (with its order and limit) chooses, as the member sees them. */
export const itemSql = (memberId: Prisma.Sql, where: Prisma.Sql) => Prisma.sql`
  SELECT q."id" AS "queueId", q."streamId", q."votes", q."turn", q."order", q."playedAt", m."id" AS "memberId", m."displayName",
    v."streamId" IS NOT NULL AS "votedByMe", ${trackJson} AS "track"
  FROM "RoomQueue" q
  JOIN "Stream" s ON s."id" = q."streamId"
  JOIN "Track" t ON t."id" = s."trackId"
  LEFT JOIN "Song" so ON so."trackId" = t."id"
  JOIN "RoomMember" m ON m."id" = q."addedBy"
  LEFT JOIN "Upvote" v ON v."streamId" = q."streamId" AND v."memberId" = ${memberId}
  ${where}`

export function itemOf({ track, memberId, displayName, playedAt, ...item }: ItemRow): QueueItem {
  return {
    ...item,
    track: trackSummary(track),
    addedBy: { memberId, displayName },
    playedAt: playedAt && new Date(playedAt).toISOString(),
  }
}
