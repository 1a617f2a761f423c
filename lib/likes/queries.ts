import { trackSelect, trackSummary } from '@/lib/catalog/track-view'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { LikedInput, LikedPage } from './schema'

/** The last liked first, page by page. Refuses `invalid_input` for a cursor that no page gave. */
export async function likedTracks({
  userId,
  limit,
  cursor,
}: { userId: string } & LikedInput): Promise<Result<LikedPage>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  if (cursor !== undefined && !before) return refuse('invalid_input', 'That page does not exist. Start at the first.')
  const rows = await db().likedTrack.findMany({
    where: {
      userId,
      ...(before
        ? {
            createdAt: { lte: before.createdAt },
            OR: [{ createdAt: { lt: before.createdAt } }, { trackId: { lt: before.trackId } }],
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
    nextCursor: last && rows.length > limit ? `${last.createdAt.getTime()}_${last.trackId}` : null,
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

function readCursor(cursor: string) {
  const [, ms, trackId] = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? []
  return ms && trackId ? { createdAt: new Date(Number(ms)), trackId } : null
}
