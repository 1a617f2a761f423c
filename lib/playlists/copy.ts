import type { Viewer } from '@/lib/auth/viewer'
import { invalidate } from '@/lib/cache/invalidate'
import { playlists } from '@/lib/cache/kinds/playlists'
import { db } from '@/lib/db'
import { ok, type Result } from '@/lib/result'
import { createPlaylist } from './mutations'
import { NO_PLAYLIST } from './place'
import { visibleTo } from './queries'
import type { PlaylistCard } from './schema'

/** Somebody's playlist as it is now, as a private one of mine. Refuses `not_found`, and as createPlaylist does. */
export async function copyPlaylist({
  viewer,
  userId,
  playlistId,
}: {
  viewer: Viewer
  userId: string
  playlistId: string
}): Promise<Result<PlaylistCard>> {
  const original = await db().playlist.findFirst({
    where: { id: playlistId, ...visibleTo(viewer) },
    select: { name: true, description: true },
  })
  if (!original) return NO_PLAYLIST
  const made = await createPlaylist({ userId, ...original })
  if (!made.ok) return made
  const { id } = made.value
  const trackCount = await db().$executeRaw`
    INSERT INTO "PlaylistTrack" ("playlistId", "trackId", "position")
    SELECT ${id}::uuid, "trackId", "position" FROM "PlaylistTrack" WHERE "playlistId" = ${playlistId}::uuid`
  await invalidate(playlists, userId)
  return ok({ ...made.value, trackCount })
}
