import { parseQuery, route } from '@/app/_server/respond'
import { ok } from '@/lib/result'
import { roomTrending } from '@/lib/stats/queries'
import { trendingInput } from '@/lib/stats/schema'
import { placeOf } from '../../by-code'

export const GET = route<{ code: string }>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const input = parseQuery(call.request, trendingInput)
  return input.ok ? ok(await roomTrending(place.value.roomId, input.value.limit)) : input
})
