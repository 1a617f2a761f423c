import { route } from '@/app/_server/respond'
import { restoreStream } from '@/lib/queue/mutations'
import { idOf, placeOf } from '../../../../by-code'

/** Undoes that a song was taken out. */
export const POST = route<{ code: string; id: string }>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const streamId = idOf(call.params.id)
  return streamId.ok ? restoreStream({ memberId: place.value.memberId, streamId: streamId.value }) : streamId
})
