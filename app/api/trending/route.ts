import { parseQuery, route } from '@/app/_server/respond'
import { ok } from '@/lib/result'
import { trendingEverywhere } from '@/lib/stats/queries'
import { trendingInput } from '@/lib/stats/schema'

export const GET = route(async ({ request }) => {
  const input = parseQuery(request, trendingInput)
  return input.ok ? ok(await trendingEverywhere(input.value.limit)) : input
})
