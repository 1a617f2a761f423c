import { staffRoute } from '@/app/_server/staff'
import { idInput } from '@/lib/admin/schema'
import { refuse } from '@/lib/result'
import { removeReview } from '@/lib/reviews/mutations'

/** A moderator takes a review down. */
export const DELETE = staffRoute<{ id: string }>('reviews:remove', async ({ actorId, params }) => {
  const reviewId = idInput.safeParse(params.id)
  if (!reviewId.success) return refuse('not_found', 'That review is not there any more.')
  return removeReview({ actorId, reviewId: reviewId.data })
})
