import { db, type Tx } from '@/lib/db'
import { skipTrack } from '@/lib/playback/mutations'
import { ok, type Result, refuse } from '@/lib/result'
import { lockActor, writeAudit } from './audit'
import { showAnew } from './show-anew'

export const NO_SONG = refuse('not_found', 'There is no such song.')

type BySong = { actorId: string; songId: string }

/**
 * Takes a song down: nobody finds or adds it, rooms that play it go on to the next, and where it waits it keeps its
 * place but is passed over. Idempotent. Refuses `forbidden`, `not_found`.
 */
export async function blockSong({ actorId, songId, reason }: BySong & { reason: string }): Promise<Result<void>> {
  const blocked = await db().$transaction(async (tx) => {
    const actor = await lockActor(tx, actorId, 'songs:block')
    if (!actor.ok) return actor
    const song = await lockSong(tx, songId)
    if (!song) return NO_SONG
    if (song.status === 'blocked') return ok(null)
    await tx.song.update({ where: { id: songId }, data: { status: 'blocked' } })
    await writeAudit(tx, actor.value, {
      action: 'song:block',
      targetId: songId,
      targetName: nameOf(song),
      details: { reason },
    })
    return ok(song.trackId)
  })
  if (!blocked.ok) return blocked
  if (blocked.value) await tellRooms(blocked.value)
  return ok(undefined)
}

/** Idempotent. A song that was taken down before it was ready becomes `failed`. Refuses `forbidden`, `not_found`. */
export async function unblockSong({ actorId, songId }: BySong): Promise<Result<void>> {
  const unblocked = await db().$transaction(async (tx) => {
    const actor = await lockActor(tx, actorId, 'songs:block')
    if (!actor.ok) return actor
    const song = await lockSong(tx, songId)
    if (!song) return NO_SONG
    if (song.status !== 'blocked') return ok(null)
    const isReady = song.trackId !== null && song.hasFiles
    await tx.song.update({
      where: { id: songId },
      data: isReady ? { status: 'ready' } : { status: 'failed', failure: 'It was taken down before it was ready.' },
    })
    await writeAudit(tx, actor.value, { action: 'song:unblock', targetId: songId, targetName: nameOf(song) })
    return ok(song.trackId)
  })
  if (!unblocked.ok) return unblocked
  if (unblocked.value) await tellRooms(unblocked.value)
  return ok(undefined)
}

type LockedSong = {
  status: string
  title: string
  artist: string
  trackId: string | null
  hasFiles: boolean
  isExplicit: boolean
}

export async function lockSong(tx: Tx, songId: string): Promise<LockedSong | undefined> {
  const [song] = await tx.$queryRaw<LockedSong[]>`
    SELECT "status"::text, "title", "artist", "trackId", "storageKeys" IS NOT NULL AS "hasFiles",
      coalesce(("metadata" -> 'isExplicit')::boolean, false) AS "isExplicit"
    FROM "Song" WHERE "id" = ${songId}::uuid FOR UPDATE`
  return song
}

export const nameOf = ({ title, artist }: LockedSong) => `${title}, ${artist}`

/** Where a blocked one is on the next begins. */
async function tellRooms(trackId: string) {
  await showAnew(trackId)
  await skipTrack(trackId)
}
