import { readCursor, writeCursor } from '@/lib/cursor'
import { db } from '@/lib/db'
import { ok, type Result } from '@/lib/result'
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
  const place = readCursor(cursor)
  if (!place.ok) return place
  const before = place.value
  const [rows, mine, ratings] = await Promise.all([
    db().review.findMany({
      where: {
        trackId,
        ...(before && {
          createdAt: { lte: before.at },
          OR: [{ createdAt: { lt: before.at } }, { id: { lt: before.id } }],
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
    nextCursor: last && rows.length > limit ? writeCursor({ at: last.createdAt, id: last.id }) : null,
    mine: mine && reviewView(mine, viewerId),
    ratings,
  })
}
