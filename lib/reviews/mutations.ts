import { lockActor, writeAudit } from '@/lib/admin/audit'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { trackRatings } from './queries'
import { reviewSelect, reviewView } from './review-view'
import type { Ratings, ReviewWritten, WriteReviewInput } from './schema'

const NO_REVIEW = refuse('not_found', 'That review is not there any more.')

type Mine = { userId: string; trackId: string }

/** One a person and song: a second one takes the place of the first. Triggers keep the ratings. Refuses `not_found`. */
export async function writeReview({
  userId,
  trackId,
  rating,
  text,
}: Mine & WriteReviewInput): Promise<Result<ReviewWritten>> {
  const [written] = await db().$queryRaw<{ id: string }[]>`
    INSERT INTO "Review" AS r ("userId", "trackId", "rating", "text")
    SELECT u."id", t."id", ${rating}::smallint, ${text}
    FROM "User" u, "Track" t LEFT JOIN "Song" s ON s."trackId" = t."id"
    WHERE u."id" = ${userId}::uuid AND t."id" = ${trackId}::uuid AND s."status" IS DISTINCT FROM 'blocked'
    ON CONFLICT ("userId", "trackId") DO UPDATE SET "rating" = excluded."rating", "text" = excluded."text",
      "updatedAt" = CASE WHEN (r."rating", r."text") IS DISTINCT FROM (excluded."rating", excluded."text")
        THEN clock_timestamp() ELSE r."updatedAt" END
    RETURNING r."id"`
  if (!written) return refuse('not_found', 'There is no such song here.')
  const review = await db().review.findUnique({ where: { id: written.id }, select: reviewSelect })
  return review ? ok({ review: reviewView(review, userId), ratings: await trackRatings(trackId) }) : NO_REVIEW
}

/** Idempotent. */
export async function removeMyReview({ userId, trackId }: Mine): Promise<Result<{ ratings: Ratings }>> {
  await db().review.deleteMany({ where: { userId, trackId } })
  return ok({ ratings: await trackRatings(trackId) })
}

/** For moderators and admins, and noted down. Refuses `forbidden`, `not_found`. */
export async function removeReview({
  actorId,
  reviewId,
}: {
  actorId: string
  reviewId: string
}): Promise<Result<void>> {
  return db().$transaction(async (tx) => {
    const actor = await lockActor(tx, actorId, 'reviews:remove')
    if (!actor.ok) return actor
    const [review] = await tx.$queryRaw<{ name: string; title: string; text: string | null; rating: number }[]>`
      DELETE FROM "Review" r USING "User" u, "Track" t
      WHERE r."id" = ${reviewId}::uuid AND u."id" = r."userId" AND t."id" = r."trackId"
      RETURNING u."displayName" AS name, t."title", r."text", r."rating"`
    if (!review) return NO_REVIEW
    const details = { rating: String(review.rating), text: (review.text ?? '').slice(0, 200) }
    const targetName = `${review.name} on ${review.title}`
    await writeAudit(tx, actor.value, { action: 'review:remove', targetId: reviewId, targetName, details })
    return ok(undefined)
  })
}
