import { trackSelect, trackSummary } from '@/lib/catalog/track-view'
import { readCursor, writeCursor } from '@/lib/cursor'
import { db } from '@/lib/db'
import { ok, type Result } from '@/lib/result'
import type { LikedInput, LikedPage } from './schema'

/** The last liked first, page by page. Refuses `invalid_input` for a cursor that no page gave. */
export async function likedTracks({
  userId,
  limit,
  cursor,
}: { userId: string } & LikedInput): Promise<Result<LikedPage>> {
  const place = readCursor(cursor)
  if (!place.ok) return place
  const before = place.value
  const rows = await db().likedTrack.findMany({
    where: {
      userId,
      ...(before
        ? {
            createdAt: { lte: before.at },
            OR: [{ createdAt: { lt: before.at } }, { trackId: { lt: before.id } }],
          }
        : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { trackId: 'desc' }],
    take: limit + 1,
    select: { createdAt: true, trackId: true, track: { select: trackSelect } },
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return ok({
    items: page.map(({ track, createdAt }) => ({ track: trackSummary(track), likedAt: createdAt.toISOString() })),
    nextCursor: last && rows.length > limit ? writeCursor({ at: last.createdAt, id: last.trackId }) : null,
  })
}

export function likedCount(userId: string): Promise<number> {
  return db().likedTrack.count({ where: { userId } })
}

/** Those of the songs that the user likes. */
export async function likedAmong({ userId, trackIds }: { userId: string; trackIds: string[] }): Promise<string[]> {
  const rows = await db().likedTrack.findMany({
    where: { userId, trackId: { in: trackIds } },
    select: { trackId: true },
  })
  return rows.map(({ trackId }) => trackId)
}
