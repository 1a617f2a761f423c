import { parseQuery, route } from '@/app/_server/respond'
import { trending } from '@/lib/cache/kinds/trending'
import { cached } from '@/lib/cache/read'
import { ok } from '@/lib/result'
import { trendingInput } from '@/lib/stats/schema'

export const GET = route(async ({ request }) => {
  const input = parseQuery(request, trendingInput)
  return input.ok ? ok((await cached(trending, undefined)).slice(0, input.value.limit)) : input
})
