import { route } from '@/app/_server/respond'
import { removeStream } from '@/lib/queue/mutations'
import { idOf, placeOf } from '../../../by-code'

export const DELETE = route<{ code: string; id: string }>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const streamId = idOf(call.params.id)
  return streamId.ok ? removeStream({ memberId: place.value.memberId, streamId: streamId.value }) : streamId
})
