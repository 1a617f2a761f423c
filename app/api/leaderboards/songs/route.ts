import { parseQuery, route } from '@/app/_server/respond'
import { ok } from '@/lib/result'
import { mostPlayed } from '@/lib/stats/queries'
import { leaderboardInput } from '@/lib/stats/schema'

export const GET = route(async ({ request }) => {
  const input = parseQuery(request, leaderboardInput)
  if (!input.ok) return input
  return ok({ items: await mostPlayed(input.value.date, input.value.limit), nextCursor: null })
})
