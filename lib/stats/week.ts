const DAY_MS = 86_400_000

/** The ISO week (`2026-W47`) that a moment of UTC lies in. */
export function weekOf(at: Date): string {
  // A week belongs to the year that its Thursday lies in.
  const thursday = new Date(at.getTime() + (3 - ((at.getUTCDay() + 6) % 7)) * DAY_MS)
  const year = thursday.getUTCFullYear()
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** The seven days of an ISO week (`2026-W47`), from Monday; none when the year has no such week. */
export function daysOfWeek(week: string): string[] {
  const [year = 0, number = 0] = week.split('-W').map(Number)
  // The week with 4 January is the first.
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS + (number - 1) * 7 * DAY_MS
  const isInYear = new Date(monday + 3 * DAY_MS).getUTCFullYear() === year
  return isInYear ? Array.from({ length: 7 }, (_, i) => new Date(monday + i * DAY_MS).toISOString().slice(0, 10)) : []
}
