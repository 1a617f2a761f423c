import type { BestDay, MyDay, Records } from './schema'

const DAY_MS = 86_400_000

/** The day of UTC, as 2026-11-20. */
export const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** What the days (the latest first) add up to. */
export function recordsOf(days: MyDay[], today: string): Records {
  const active = days
    .filter(({ added, likesGiven }) => added + likesGiven > 0)
    .map(({ day }) => Date.parse(day) / DAY_MS)
  const streaks = streaksOf(active)
  const sinceLast = Date.parse(today) / DAY_MS - (active[0] ?? 0)
  return {
    currentStreak: sinceLast <= 1 ? (streaks[0] ?? 0) : 0,
    longestStreak: Math.max(0, ...streaks),
    mostAdded: bestOf(days, 'added'),
    mostLikesGot: bestOf(days, 'likesGot'),
  }
}

/** Lengths of the runs of days (numbers that fall). */
function streaksOf(days: number[]): number[] {
  const streaks: number[] = []
  for (const [i, day] of days.entries()) {
    if (i > 0 && days[i - 1] === day + 1) streaks.push((streaks.pop() ?? 0) + 1)
    else streaks.push(1)
  }
  return streaks
}

/** The latest of the best. */
function bestOf(days: MyDay[], what: 'added' | 'likesGot'): BestDay | null {
  let best: BestDay | null = null
  for (const { day, [what]: count } of days) if (count > (best?.count ?? 0)) best = { day, count }
  return best
}
