import { route } from '@/app/_server/respond'
import { ok } from '@/lib/result'
import { roomStats } from '@/lib/stats/queries'
import { placeOf } from '../../by-code'

export const GET = route<{ code: string }>(async (call) => {
  const place = await placeOf(call)
  return place.ok ? ok(await roomStats(place.value.roomId)) : place
})
