import { db } from '@/lib/db'
import { ok, type Result } from '@/lib/result'
import { lockActor, writeAudit } from './audit'
import { showAnew } from './show-anew'
import { lockSong, NO_SONG, nameOf } from './songs'

type Marking = { actorId: string; songId: string; isExplicit: boolean }

/** Says of a song that its words are explicit, or that they are not, whatever its file or its owner says. Idempotent. Refuses `forbidden`, `not_found`. */
export async function markExplicit({ actorId, songId, isExplicit }: Marking): Promise<Result<void>> {
  const marked = await db().$transaction(async (tx) => {
    const actor = await lockActor(tx, actorId, 'songs:block')
    if (!actor.ok) return actor
    const song = await lockSong(tx, songId)
    if (!song) return NO_SONG
    if (song.isExplicit === isExplicit) return ok(null)
    await tx.$executeRaw`
      UPDATE "Song" SET "metadata" = "metadata"
        || jsonb_build_object('isExplicit', ${isExplicit}::boolean, 'explicitBy', 'moderator')
      WHERE "id" = ${songId}::uuid`
    const action = isExplicit ? 'song:explicit' : 'song:not-explicit'
    await writeAudit(tx, actor.value, { action, targetId: songId, targetName: nameOf(song) })
    return ok(song.trackId)
  })
  if (!marked.ok) return marked
  if (marked.value) await showAnew(marked.value)
  return ok(undefined)
}
