import { invalidate } from '@/lib/cache/invalidate'
import { playlists } from '@/lib/cache/kinds/playlists'
import type { CoverColour } from '@/lib/catalog/track'
import { db, Prisma } from '@/lib/db'
import { storePicture } from '@/lib/media/pictures'
import { removeFile } from '@/lib/media/storage'
import { ok, type Result } from '@/lib/result'
import { whyNotMine } from './place'
import type { PlaylistCard } from './schema'
import { cardSelect, playlistCard } from './views'

type Mine = { userId: string; playlistId: string }
type Cover = { key: string; colour: CoverColour }

/** A picture of the owner's. Refuses `not_image`, `not_found`, `forbidden`. */
export async function setCover({ bytes, ...mine }: Mine & { bytes: Uint8Array }): Promise<Result<PlaylistCard>> {
  // Asked first, so that nobody has pictures drawn for playlists of others.
  const isMine = await db().playlist.count({ where: whereMine(mine) })
  if (!isMine) return whyNotMine(db(), mine.playlistId)
  const stored = await storePicture(bytes, 'playlists')
  return stored.ok ? exchange(mine, stored.value) : stored
}

/** Back to the cover that is drawn from the id. Refuses `not_found`, `forbidden`. */
export const clearCover = (mine: Mine): Promise<Result<PlaylistCard>> => exchange(mine, null)

/** The file before goes with the row's last word about it, also when two tabs send a picture at once. */
async function exchange(mine: Mine, cover: Cover | null): Promise<Result<PlaylistCard>> {
  const before = await db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ coverImageKey: string | null }[]>`
      SELECT "coverImageKey" FROM "Playlist" WHERE "id" = ${mine.playlistId}::uuid AND "userId" = ${mine.userId}::uuid
      FOR NO KEY UPDATE`
    if (!row) return null
    const data = { coverImageKey: cover?.key ?? null, coverColour: cover?.colour ?? Prisma.DbNull }
    const after = await tx.playlist.update({ where: { id: mine.playlistId }, data, select: cardSelect })
    return { key: row.coverImageKey, card: playlistCard(after) }
  })
  const unused = before ? before.key : cover?.key
  if (unused) await removeFile(unused)
  if (!before) return whyNotMine(db(), mine.playlistId)
  await invalidate(playlists, mine.userId)
  return ok(before.card)
}

const whereMine = ({ userId, playlistId }: Mine) => ({ id: playlistId, userId })
