import { route } from '@/app/_server/respond'
import { roomMessages } from '@/lib/chat/queries'
import { ok } from '@/lib/result'
import { placeOf } from '../../by-code'

export const GET = route<{ code: string }>(async (call) => {
  const place = await placeOf(call)
  return place.ok ? ok(await roomMessages(place.value)) : place
})
