import type { Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'

// Every transaction that changes a playlist writes its row before anything else, so two of them go one after the other.

type Mine = { playlistId: string; userId: string }

/** Locks the user's playlist and notes the change. Refuses `not_found`, also for somebody else's private one. */
export async function lockPlaylist(tx: Tx, { playlistId, userId }: Mine): Promise<Result<void>> {
  const { count } = await tx.playlist.updateMany({ where: { id: playlistId, userId }, data: { updatedAt: new Date() } })
  return count > 0 ? ok(undefined) : whyNotMine(tx, playlistId)
}

/** For a write whose `where` found nothing of the user's. */
export async function whyNotMine(tx: Pick<Tx, 'playlist'>, playlistId: string): Promise<ReturnType<typeof refuse>> {
  const isPublic = await tx.playlist.count({ where: { id: playlistId, isPublic: true } })
  return isPublic ? refuse('forbidden', 'Only its owner changes this playlist.') : NO_PLAYLIST
}

export const NO_PLAYLIST = refuse('not_found', 'There is no such playlist, or it is private.')

/** Between neighbours there is room for so many before the list is numbered anew. */
const GAP = 1024
const HIGHEST = 2 ** 31 - 1

type Between = { low: number | null; high: number | null }

/**
 * `count` positions in order behind an entry (null: before all, undefined: behind all), as if `moving` were not there.
 * Null when there is no such entry. The caller holds the playlist's lock.
 */
export async function freePositions(
  tx: Tx,
  playlistId: string,
  { afterId, count, moving }: { afterId: string | null | undefined; count: number; moving?: string },
): Promise<number[] | null> {
  const find = () => neighbours(tx, playlistId, afterId, moving ?? null)
  const between = await find()
  if (!between) return null
  const positions = spread(between, count)
  if (positions) return positions
  await renumber(tx, playlistId)
  const wider = await find()
  return wider && spread(wider, count)
}

async function neighbours(
  tx: Tx,
  playlistId: string,
  afterId: string | null | undefined,
  moving: string | null,
): Promise<Between | null> {
  const others = { playlistId, ...(moving ? { id: { not: moving } } : {}) }
  const position = { position: true } as const
  if (afterId === null) {
    const first = await tx.playlistTrack.findFirst({ where: others, orderBy: { position: 'asc' }, select: position })
    return { low: null, high: first?.position ?? null }
  }
  const low = await tx.playlistTrack.findFirst({
    where: { ...others, ...(afterId ? { AND: { id: afterId } } : {}) },
    orderBy: { position: 'desc' },
    select: position,
  })
  if (afterId === undefined) return { low: low?.position ?? null, high: null }
  if (!low) return null
  const high = await tx.playlistTrack.findFirst({
    where: { ...others, position: { gt: low.position } },
    orderBy: { position: 'asc' },
    select: position,
  })
  return { low: low.position, high: high?.position ?? null }
}

/** Null when they do not fit. */
export function spread({ low, high }: Between, count: number): number[] | null {
  const start = low ?? (high === null ? 0 : high - GAP * (count + 1))
  const end = high ?? start + GAP * (count + 1)
  const step = Math.floor((end - start) / (count + 1))
  if (step < 1 || start < -HIGHEST || end > HIGHEST) return null
  return Array.from({ length: count }, (_, index) => start + step * (index + 1))
}

async function renumber(tx: Tx, playlistId: string) {
  await tx.$executeRaw`
    UPDATE "PlaylistTrack" p SET "position" = numbered."place" * ${GAP}::int
    FROM (
      SELECT "id", row_number() OVER (ORDER BY "position") AS "place" FROM "PlaylistTrack"
      WHERE "playlistId" = ${playlistId}::uuid
    ) AS numbered
    WHERE p."id" = numbered."id"`
}
