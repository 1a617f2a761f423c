import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { reviewSelect, reviewView } from './review-view'
import { ratingsOf } from './rules'
import type { Ratings, ReviewPage, ReviewsInput } from './schema'

/** One row by its key. */
export async function trackRatings(trackId: string): Promise<Ratings> {
  return ratingsOf(await db().trackRating.findUnique({ where: { trackId } }))
}

/** The newest first, page by page, with the viewer's own beside them. Refuses `invalid_input` for a made-up cursor. */
export async function trackReviews({
  trackId,
  viewerId,
  limit,
  cursor,
}: ReviewsInput & { trackId: string; viewerId: string | null }): Promise<Result<ReviewPage>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  if (cursor !== undefined && !before) return refuse('invalid_input', 'That page does not exist. Start at the first.')
  const [rows, mine, ratings] = await Promise.all([
    db().review.findMany({
      where: {
        trackId,
        ...(before && {
          createdAt: { lte: before.createdAt },
          OR: [{ createdAt: { lt: before.createdAt } }, { id: { lt: before.id } }],
        }),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: reviewSelect,
    }),
    viewerId
      ? db().review.findUnique({ where: { userId_trackId: { userId: viewerId, trackId } }, select: reviewSelect })
      : null,
    trackRatings(trackId),
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return ok({
    items: page.map((row) => reviewView(row, viewerId)),
    nextCursor: last && rows.length > limit ? `${last.createdAt.getTime()}_${last.id}` : null,
    mine: mine && reviewView(mine, viewerId),
    ratings,
  })
}

function readCursor(cursor: string) {
  const [, ms, id] = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? []
  return ms && id ? { createdAt: new Date(Number(ms)), id } : null
}
