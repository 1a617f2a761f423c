import { parseBody, route } from '@/app/_server/respond'
import { addStream } from '@/lib/queue/mutations'
import { addStreamInput } from '@/lib/queue/schema'
import { takeToken } from '@/lib/rate-limit'
import { placeOf } from '../../by-code'

export const POST = route<{ code: string }>(
  async (call) => {
    const place = await placeOf(call)
    if (!place.ok) return place
    const { memberId } = place.value
    const input = await parseBody(call.request, addStreamInput)
    if (!input.ok) return input
    const taken = await takeToken('addStream', memberId)
    return taken.ok ? addStream({ memberId, ...input.value }) : taken
  },
  { status: 201 },
)
