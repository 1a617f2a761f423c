import type { Viewer } from '@/lib/auth/viewer'
import { db, Prisma } from '@/lib/db'
import { addStreams, type StreamsAdded } from '@/lib/queue/add-many'
import { type Result, refuse } from '@/lib/result'
import { NO_PLAYLIST } from './place'
import { visibleTo } from './queries'

/** A room takes so many songs of a playlist at once. */
export const MOST_PLAYED = 100

type Play = { memberId: string; viewer: Viewer; playlistId: string; isShuffled: boolean }

/** Adds a playlist to a room by its rules: from the top, or so many by chance. Refuses `not_found`, and as addStreams does. */
export async function playPlaylist({ memberId, viewer, playlistId, isShuffled }: Play): Promise<Result<StreamsAdded>> {
  const isVisible = await db().playlist.count({ where: { id: playlistId, ...visibleTo(viewer) } })
  if (!isVisible) return NO_PLAYLIST
  const order = isShuffled ? Prisma.sql`random()` : Prisma.sql`"first"`
  const rows = await db().$queryRaw<{ trackId: string }[]>`
    SELECT "trackId" FROM (
      SELECT p."trackId", min(p."position") AS "first" FROM "PlaylistTrack" p JOIN "Song" s ON s."trackId" = p."trackId"
      WHERE p."playlistId" = ${playlistId}::uuid AND s."status" = 'ready' GROUP BY 1
    ) AS once ORDER BY ${order} LIMIT ${MOST_PLAYED}`
  if (rows.length === 0) return refuse('nothing_to_play', 'This playlist has no song that can be played here yet.')
  return addStreams({ memberId, trackIds: rows.map(({ trackId }) => trackId) })
}
