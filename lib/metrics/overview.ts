import { type Counts, none } from '@/lib/cache/counts'
import { withPatience } from '@/lib/cache/patience'
import { KINDS } from '@/lib/cache/registry'
import { redis } from '@/lib/redis'
import { recentMinutes } from './cache-minutes'
import { cacheSizes, liveProcesses } from './queries'

const SLICE_MINUTES = 5
const HOURS = 24
const SLICES_AN_HOUR = 60 / SLICE_MINUTES

/** How a kind did in the last hour, in all processes, and what it holds now. */
export type KindOverview = {
  kind: string
  /** How its keys look. */
  pattern: string
  ttlMs: number
  lastHour: Counts
  /** Reads answered without a load, 0–1; null when nobody read. */
  ratio: number | null
  meanLoadMs: number | null
  slowestLoadMs: number
  entries: number
  bytes: number
  /** The ratio in each five minutes of the last hour, the oldest first. */
  trend: (number | null)[]
}

export type CacheOverview = {
  store: 'redis' | 'memory'
  /** Redis does not answer at least one process: the database does. */
  isAway: boolean
  /** What Redis says of itself; null without it. */
  redisBytes: number | null
  processes: { name: string; count: number }[]
  /** Of all kinds in the last hour. */
  ratio: number | null
  kinds: KindOverview[]
  /** All kinds together, by five minutes over a day. */
  history: { at: string; hits: number; misses: number; errors: number }[]
}

/** All processes' caches together, for an admin. */
export async function cacheOverview(now = new Date()): Promise<CacheOverview> {
  const processes = await liveProcesses()
  const [sizes, slices, redisBytes] = await Promise.all([
    cacheSizes(processes),
    recentMinutes({ hours: HOURS, sliceMinutes: SLICE_MINUTES }),
    usedByRedis(),
  ])
  const ticks = lastTicks(now, SLICES_AN_HOUR)
  const kinds = KINDS.map(({ kind, ttlMs, pattern }): KindOverview => {
    const own = slices.filter((slice) => slice.kind === kind)
    const byTick = new Map(own.map((slice) => [slice.at.getTime(), slice]))
    const recent = ticks.flatMap((tick) => byTick.get(tick) ?? [])
    const lastHour = sumOf(recent)
    return {
      ...{ kind, pattern, ttlMs, lastHour },
      ratio: ratioOf(lastHour),
      meanLoadMs: lastHour.loads > 0 ? lastHour.loadMs / lastHour.loads : null,
      slowestLoadMs: Math.max(0, ...processes.map(({ report }) => report.cache[kind]?.slowestLoadMs ?? 0)),
      ...(sizes.get(kind) ?? { entries: 0, bytes: 0 }),
      trend: ticks.map((tick) => ratioOf(byTick.get(tick) ?? none())),
    }
  })
  return {
    store: redis() ? 'redis' : 'memory',
    isAway: processes.some(({ report }) => report.isRedisAway),
    redisBytes,
    processes: countByName(processes.map(({ name }) => name)),
    ratio: ratioOf(sumOf(kinds.map(({ lastHour }) => lastHour))),
    kinds,
    history: lastTicks(now, HOURS * SLICES_AN_HOUR).map((tick) => {
      const { hits, negativeHits, misses, errors } = sumOf(slices.filter(({ at }) => at.getTime() === tick))
      return { at: new Date(tick).toISOString(), hits: hits + negativeHits, misses, errors }
    }),
  }
}

function lastTicks(now: Date, count: number): number[] {
  const slice = SLICE_MINUTES * 60_000
  const last = Math.floor(now.getTime() / slice) * slice
  return Array.from({ length: count }, (_, index) => last - (count - 1 - index) * slice)
}

function sumOf(many: Counts[]): Counts {
  const sum = none()
  for (const counts of many) for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] += counts[name]
  return sum
}

function ratioOf({ hits, negativeHits, misses }: Counts): number | null {
  const reads = hits + negativeHits + misses
  return reads > 0 ? (hits + negativeHits) / reads : null
}

function countByName(names: string[]) {
  return [...new Set(names)].map((name) => ({ name, count: names.filter((other) => other === name).length }))
}

async function usedByRedis(): Promise<number | null> {
  const client = redis()
  if (!client) return null
  try {
    const [, bytes] = /^used_memory:(\d+)/m.exec(await withPatience(client.info('memory'), 1_000)) ?? []
    return bytes ? Number(bytes) : null
  } catch {
    return null
  }
}
