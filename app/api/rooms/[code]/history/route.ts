import { parseQuery, route } from '@/app/_server/respond'
import { history } from '@/lib/queue/queries'
import { historyInput } from '@/lib/queue/schema'
import { placeOf } from '../../by-code'

export const GET = route<{ code: string }>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const input = parseQuery(call.request, historyInput)
  return input.ok ? history({ ...place.value, ...input.value }) : input
})
