import { type Call, parseBody, route } from '@/app/_server/respond'
import { signedInToWrite } from '@/app/_server/signed-in'
import { isTrackId } from '@/lib/catalog/queries'
import { ok, refuse } from '@/lib/result'
import { removeMyReview, writeReview } from '@/lib/reviews/mutations'
import { writeReviewInput } from '@/lib/reviews/schema'

type Params = { id: string }

async function asked({ viewer, params }: Pick<Call<Params>, 'viewer' | 'params'>) {
  if (!isTrackId(params.id)) return refuse('not_found', 'There is no such song here.')
  const user = await signedInToWrite(viewer)
  return user.ok ? ok({ userId: user.value, trackId: params.id.toLowerCase() }) : user
}

/** My review: the first one, or what I think now. */
export const PUT = route<Params>(async (call) => {
  const mine = await asked(call)
  if (!mine.ok) return mine
  const input = await parseBody(call.request, writeReviewInput)
  return input.ok ? writeReview({ ...mine.value, ...input.value }) : input
})

export const DELETE = route<Params>(async (call) => {
  const mine = await asked(call)
  return mine.ok ? removeMyReview(mine.value) : mine
})
