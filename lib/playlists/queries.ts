import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { ok, type Result } from '@/lib/result'
import { NO_PLAYLIST } from './place'
import type { EntriesInput, EntryPage, PlaylistCard, PlaylistView } from './schema'
import { cardSelect, entrySelect, playlistCard, playlistEntry } from './views'

/** The user's own, the last changed first. */
export async function playlistsOf(userId: string): Promise<PlaylistCard[]> {
  const rows = await db().playlist.findMany({ where: { userId }, orderBy: { updatedAt: 'desc' }, select: cardSelect })
  return rows.map(playlistCard)
}

/** The ids of the user's playlists that have the song. */
export async function playlistsWith({ userId, trackId }: { userId: string; trackId: string }): Promise<string[]> {
  const rows = await db().playlist.findMany({
    where: { userId, tracks: { some: { trackId } } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

type Asked = { playlistId: string; viewer: Viewer }

/** Public ones for anybody. Refuses `not_found`, also for somebody else's private one. */
export async function playlistView({ playlistId, viewer }: Asked): Promise<Result<PlaylistView>> {
  const row = await db().playlist.findFirst({
    where: { id: playlistId, ...visibleTo(viewer) },
    select: { ...cardSelect, userId: true, user: { select: { displayName: true } } },
  })
  if (!row) return NO_PLAYLIST
  const [total] = await db().$queryRaw<{ durationMs: number }[]>`
    SELECT coalesce(sum(t."durationMs"), 0)::float8 AS "durationMs" FROM "PlaylistTrack" p
    JOIN "Track" t ON t."id" = p."trackId" WHERE p."playlistId" = ${playlistId}::uuid`
  return ok({
    ...playlistCard(row),
    ownerName: row.user.displayName,
    isMine: viewer.kind === 'user' && viewer.userId === row.userId,
    hasOwnCover: row.coverImageKey !== null,
    durationMs: total?.durationMs ?? 0,
  })
}

/** In order, page by page: three queries a page, however long it is. Refuses `not_found` as playlistView does. */
export async function playlistEntries({
  playlistId,
  viewer,
  limit,
  cursor,
}: Asked & EntriesInput): Promise<Result<EntryPage>> {
  const isVisible = await db().playlist.count({ where: { id: playlistId, ...visibleTo(viewer) } })
  if (!isVisible) return NO_PLAYLIST
  const rows = await db().playlistTrack.findMany({
    where: { playlistId, ...(cursor === undefined ? {} : { position: { gt: Number(cursor) } }) },
    orderBy: { position: 'asc' },
    take: limit + 1,
    select: entrySelect,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return ok({ items: page.map(playlistEntry), nextCursor: last && rows.length > limit ? String(last.position) : null })
}

export const visibleTo = (viewer: Viewer) => ({
  OR: [{ isPublic: true }, ...(viewer.kind === 'user' ? [{ userId: viewer.userId }] : [])],
})
