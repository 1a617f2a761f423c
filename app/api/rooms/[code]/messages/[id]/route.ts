import { route } from '@/app/_server/respond'
import { removeMessage } from '@/lib/chat/mutations'
import { idOf, placeOf } from '../../../by-code'

export const DELETE = route<{ code: string; id: string }>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const messageId = idOf(call.params.id)
  return messageId.ok ? removeMessage({ ...place.value, messageId: messageId.value }) : messageId
})
