import { invalidate } from '@/lib/cache/invalidate'
import { playlists } from '@/lib/cache/kinds/playlists'
import { db, type Tx } from '@/lib/db'
import { removeFile } from '@/lib/media/storage'
import { ok, type Result, refuse } from '@/lib/result'
import { insertAt, insertTracks } from './insert'
import { freePositions, lockPlaylist, NO_PLAYLIST, whyNotMine } from './place'
import {
  type AddTracksInput,
  type CreatePlaylistInput,
  createPlaylistInput,
  MOST_PLAYLISTS,
  type PlaylistCard,
  type TracksAdded,
  type UpdatePlaylistInput,
} from './schema'
import { cardSelect, playlistCard } from './views'

type ByUser = { userId: string }
type Mine = ByUser & { playlistId: string }

/**
 * With its songs, in their order, each as often as it is named; ids that nobody has are passed over.
 * Refuses `invalid_input` to who has too many, `session_ended` when the account is gone.
 */
export async function createPlaylist({
  userId,
  ...input
}: ByUser & CreatePlaylistInput): Promise<Result<PlaylistCard>> {
  const { trackIds, description = null, ...fields } = createPlaylistInput.parse(input)
  const created = await db().$transaction(async (tx): Promise<Result<PlaylistCard>> => {
    const owner = await tx.user.findUnique({
      where: { id: userId },
      select: { _count: { select: { playlists: true } } },
    })
    if (!owner) return refuse('session_ended', 'Your account is gone. Sign up again to keep playlists.')
    if (owner._count.playlists >= MOST_PLAYLISTS)
      return refuse('invalid_input', `You have ${MOST_PLAYLISTS} playlists. Delete one first.`)
    const { id } = await tx.playlist.create({ data: { ...fields, description, userId }, select: { id: true } })
    await insertTracks(tx, id, { trackIds, allowTwice: true })
    return ok(playlistCard(await tx.playlist.findUniqueOrThrow({ where: { id }, select: cardSelect })))
  })
  await invalidate(playlists, userId)
  return created
}

/** Refuses `not_found`, `forbidden`. */
export async function updatePlaylist({
  userId,
  playlistId,
  changes,
}: Mine & { changes: UpdatePlaylistInput }): Promise<Result<PlaylistCard>> {
  const [row] = await db().playlist.updateManyAndReturn({
    where: { id: playlistId, userId },
    data: changes,
    select: { id: true },
  })
  if (!row) return whyNotMine(db(), playlistId)
  await invalidate(playlists, userId)
  const card = await db().playlist.findUnique({ where: { id: playlistId }, select: cardSelect })
  return card ? ok(playlistCard(card)) : NO_PLAYLIST
}

/** Refuses `not_found`, `forbidden`. */
export async function deletePlaylist({ userId, playlistId }: Mine): Promise<Result<void>> {
  const row = await db().playlist.findFirst({ where: { id: playlistId, userId }, select: { coverImageKey: true } })
  const { count } = await db().playlist.deleteMany({ where: { id: playlistId, userId } })
  if (count === 0) return whyNotMine(db(), playlistId)
  if (row?.coverImageKey) await removeFile(row.coverImageKey)
  await invalidate(playlists, userId)
  return ok(undefined)
}

/** Refuses `not_found`, `forbidden`, `too_large`. Behind an entry that is gone means at the end. */
export async function addTracks({ userId, playlistId, ...input }: Mine & AddTracksInput): Promise<Result<TracksAdded>> {
  return changeTracks({ userId, playlistId }, (tx) => insertTracks(tx, playlistId, input))
}

/** Many known tracks to the end, again and again while a list comes in. Refuses `not_found`, `forbidden`. */
export async function appendTracks({ trackIds, ...mine }: Mine & { trackIds: string[] }): Promise<Result<void>> {
  return changeTracks(mine, async (tx) => {
    await insertAt(tx, mine.playlistId, trackIds, undefined)
    return ok(undefined)
  })
}

/**
 * Behind another entry, to the top (null) or to the end (undefined). Moves of others at the same time change nothing about that.
 * Refuses `not_found` when either entry is gone, `forbidden`.
 */
export async function moveEntry({
  userId,
  playlistId,
  entryId,
  afterId,
}: Mine & { entryId: string; afterId?: string | null | undefined }): Promise<Result<void>> {
  return changeTracks({ userId, playlistId }, async (tx) => {
    if (afterId === entryId) return ok(undefined)
    const [position] = (await freePositions(tx, playlistId, { afterId, count: 1, moving: entryId })) ?? []
    if (position === undefined) return GONE
    const { count } = await tx.playlistTrack.updateMany({ where: { id: entryId, playlistId }, data: { position } })
    return count > 0 ? ok(undefined) : GONE
  })
}

/** Answers the entry before it, which tells an undo where it was. Refuses `not_found`, `forbidden`. */
export async function removeEntry({
  userId,
  playlistId,
  entryId,
}: Mine & { entryId: string }): Promise<Result<{ afterId: string | null }>> {
  return changeTracks({ userId, playlistId }, async (tx) => {
    const entry = await tx.playlistTrack.findFirst({ where: { id: entryId, playlistId }, select: { position: true } })
    if (!entry) return GONE
    const before = await tx.playlistTrack.findFirst({
      where: { playlistId, position: { lt: entry.position } },
      orderBy: { position: 'desc' },
      select: { id: true },
    })
    await tx.playlistTrack.delete({ where: { id: entryId } })
    return ok({ afterId: before?.id ?? null })
  })
}

async function changeTracks<T>(mine: Mine, change: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  const changed = await db().$transaction(async (tx) => {
    const locked = await lockPlaylist(tx, mine)
    return locked.ok ? change(tx) : locked
  })
  if (changed.ok) await invalidate(playlists, mine.userId)
  return changed
}

const GONE = refuse('not_found', 'This song is not in the playlist any more.')
