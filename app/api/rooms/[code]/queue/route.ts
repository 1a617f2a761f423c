import { parseBody, route } from '@/app/_server/respond'
import { reorderQueue } from '@/lib/queue/mutations'
import { reorderInput } from '@/lib/queue/schema'
import { placeOf } from '../../by-code'

export const PATCH = route<{ code: string }>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const input = await parseBody(call.request, reorderInput)
  return input.ok ? reorderQueue({ memberId: place.value.memberId, ...input.value }) : input
})
