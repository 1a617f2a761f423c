import { state } from './state'

export const COUNTERS = [
  'hits',
  'negativeHits',
  'misses',
  'loads',
  'loadFailures',
  'refreshes',
  'invalidations',
  /** Commands that Redis did not answer, or not in time. */
  'errors',
] as const
export type Counter = (typeof COUNTERS)[number]
export type Counts = Record<Counter, number> & { loadMs: number }

/** What one kind did in this process: in all, and what has not been written into its minute yet. */
export type KindCounts = { total: Counts; unwritten: Counts; slowestLoadMs: number }

export function count(kind: string, counter: Counter, by = 1) {
  const { total, unwritten } = kindCounts(kind)
  total[counter] += by
  unwritten[counter] += by
}

export function countLoad(kind: string, loads: number, ms: number) {
  const counts = kindCounts(kind)
  for (const each of [counts.total, counts.unwritten]) {
    each.loads += loads
    each.loadMs += ms
  }
  counts.slowestLoadMs = Math.max(counts.slowestLoadMs, ms)
}

export function kindCounts(kind: string): KindCounts {
  const { counts } = state()
  const existing = counts.get(kind)
  if (existing) return existing
  const made: KindCounts = { total: none(), unwritten: none(), slowestLoadMs: 0 }
  counts.set(kind, made)
  return made
}

export function none(): Counts {
  return { ...(Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Record<Counter, number>), loadMs: 0 }
}
