import { parseQuery, route } from '@/app/_server/respond'
import { trending } from '@/lib/cache/kinds/trending'
import { cached } from '@/lib/cache/read'
import { suitsOf } from '@/lib/preferences/suited'
import { ok } from '@/lib/result'
import { trendingInput } from '@/lib/stats/schema'

export const GET = route(async ({ request, viewer }) => {
  const input = parseQuery(request, trendingInput)
  if (!input.ok) return input
  const [hot, suits] = await Promise.all([cached(trending, undefined), suitsOf(viewer)])
  return ok(hot.filter(({ track }) => suits(track)).slice(0, input.value.limit))
})
