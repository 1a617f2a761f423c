import { type Call, parseBody, route } from '@/app/_server/respond'
import { skipVoteInput } from '@/lib/playback/schema'
import { voteToSkip } from '@/lib/playback/skip-votes'
import { takeToken } from '@/lib/rate-limit'
import { ok } from '@/lib/result'
import { placeOf } from '../../by-code'

type Params = { code: string }

export const PUT = route<Params>((call) => vote(call, true))

export const DELETE = route<Params>((call) => vote(call, false))

async function vote(call: Call<Params>, isWanted: boolean) {
  const place = await placeOf(call)
  if (!place.ok) return place
  const input = call.request.headers.has('content-type') ? await parseBody(call.request, skipVoteInput) : ok({})
  if (!input.ok) return input
  const { memberId } = place.value
  const taken = await takeToken('vote', memberId)
  return taken.ok ? voteToSkip({ memberId, ...input.value, isWanted }) : taken
}
