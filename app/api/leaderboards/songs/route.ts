import { parseQuery, route } from '@/app/_server/respond'
import { ok } from '@/lib/result'
import { mostPlayed, mostPlayedInWeek } from '@/lib/stats/leaderboard'
import { leaderboardInput } from '@/lib/stats/schema'

export const GET = route(async ({ request }) => {
  const input = parseQuery(request, leaderboardInput)
  if (!input.ok) return input
  const { date, week, limit } = input.value
  return ok({ items: await (week ? mostPlayedInWeek(week, limit) : mostPlayed(date, limit)), nextCursor: null })
})
