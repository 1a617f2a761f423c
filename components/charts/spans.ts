import { msg } from '@/lib/language/text'
import { weekOf } from '@/lib/stats/week'

const DAY_MS = 86_400_000

/** The spans that have a chart, the shortest first. */
export const SPANS = [
  { span: 'today', label: msg('Today') },
  { span: 'yesterday', label: msg('Yesterday') },
  { span: 'week', label: msg('This week') },
  { span: 'last-week', label: msg('Last week') },
] as const

export type Span = (typeof SPANS)[number]['span']

/** What an address asks for, as the day or the week of UTC that it is at `now`; today for whatever is no span. */
export function spanFor(asked: unknown, now: Date): { span: Span; date: string; week: string | null } {
  const span = SPANS.find((one) => one.span === asked)?.span ?? 'today'
  const before = { today: 0, yesterday: 1, week: 0, 'last-week': 7 }[span]
  const day = new Date(now.getTime() - before * DAY_MS)
  return { span, date: day.toISOString().slice(0, 10), week: span.endsWith('week') ? weekOf(day) : null }
}
