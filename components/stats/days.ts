import type { Text } from '@/lib/language/text'

const DAY_MS = 86_400_000

/** Days are those of UTC, as they were counted. */
export const todayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** The last days up to `today` (`2026-11-20`), oldest first: those without a row were `quiet`. */
export function everyDay<T extends { day: string }>(
  rows: readonly T[],
  quiet: Omit<T, 'day'>,
  today: string,
  count: number,
): (T | (Omit<T, 'day'> & { day: string }))[] {
  const byDay = new Map(rows.map((row) => [row.day, row]))
  return Array.from({ length: count }, (_, index) => {
    const day = todayOf(new Date(Date.parse(today) - (count - 1 - index) * DAY_MS))
    return byDay.get(day) ?? { ...quiet, day }
  })
}

/** "7 Nov", or "Saturday 7 November" in full. */
export function dayText(t: Text, day: string, isFull = false): string {
  return new Date(day).toLocaleDateString(t.locale, {
    timeZone: 'UTC',
    day: 'numeric',
    ...(isFull ? { weekday: 'long', month: 'long' } : { month: 'short' }),
  })
}
