import { state } from './state'

const COUNTERS = [
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

const MINUTES = 60

/** What one kind did in this process, in all and in each of the last minutes. */
export type KindCounts = { total: Counts; slowestLoadMs: number; ring: { minute: number; counts: Counts }[] }

export function count(kind: string, counter: Counter, by = 1) {
  for (const counts of countsOf(kind)) counts[counter] += by
}

export function countLoad(kind: string, loads: number, ms: number) {
  for (const counts of countsOf(kind)) {
    counts.loads += loads
    counts.loadMs += ms
  }
  const all = kindCounts(kind)
  all.slowestLoadMs = Math.max(all.slowestLoadMs, ms)
}

export function kindCounts(kind: string): KindCounts {
  const { counts } = state()
  const existing = counts.get(kind)
  if (existing) return existing
  const made: KindCounts = { total: none(), slowestLoadMs: 0, ring: [] }
  counts.set(kind, made)
  return made
}

/** The last hour's minutes in which something happened, the oldest first. */
export function minutesOf(kind: string): { at: string; counts: Counts }[] {
  const oldest = currentMinute() - MINUTES
  return kindCounts(kind)
    .ring.filter(({ minute }) => minute > oldest)
    .map(({ minute, counts }) => ({ at: new Date(minute * 60_000).toISOString(), counts: { ...counts } }))
}

export function none(): Counts {
  return { ...(Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Record<Counter, number>), loadMs: 0 }
}

function countsOf(kind: string): Counts[] {
  const { total, ring } = kindCounts(kind)
  const minute = currentMinute()
  const last = ring.at(-1)
  if (last?.minute === minute) return [total, last.counts]
  const counts = none()
  ring.push({ minute, counts })
  if (ring.length > MINUTES) ring.shift()
  return [total, counts]
}

const currentMinute = () => Math.floor(Date.now() / 60_000)
