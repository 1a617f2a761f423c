import { type Call, route } from '@/app/_server/respond'
import { removeUpvote, upvoteStream } from '@/lib/queue/mutations'
import { takeToken } from '@/lib/rate-limit'
import { idOf, placeOf } from '../../../../by-code'

type Params = { code: string; id: string }

export const PUT = route<Params>((call) => vote(call, upvoteStream))

export const DELETE = route<Params>((call) => vote(call, removeUpvote))

async function vote(call: Call<Params>, run: typeof upvoteStream) {
  const place = await placeOf(call)
  if (!place.ok) return place
  const streamId = idOf(call.params.id)
  if (!streamId.ok) return streamId
  const { memberId } = place.value
  const taken = await takeToken('vote', memberId)
  return taken.ok ? run({ memberId, streamId: streamId.value }) : taken
}
