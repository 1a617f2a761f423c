import { route } from '@/app/_server/respond'
import { comingBack } from '@/lib/queue/queries'
import { ok } from '@/lib/result'
import { placeOf } from '../../by-code'

export const GET = route<{ code: string }>(async (call) => {
  const place = await placeOf(call)
  return place.ok ? ok(await comingBack(place.value.roomId)) : place
})
