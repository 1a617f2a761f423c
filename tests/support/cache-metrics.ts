import { type Counts, kindCounts } from '@/lib/cache/counts'
import { KINDS } from '@/lib/cache/registry'
import { state } from '@/lib/cache/state'
import type { Size } from '@/lib/cache/store'
import { onStore } from '@/lib/cache/stores'
import { redis } from '@/lib/redis'

const PATIENCE_MS = 1_000

type KindMetrics = Counts & {
  kind: string
  ttlMs: number
  /** Reads answered without a load, 0–1; null before the first read. */
  ratio: number | null
  meanLoadMs: number | null
  slowestLoadMs: number
  /** In the store that all processes share, or in this one's memory; bytes are an estimate. */
  entries: number
  bytes: number
}

type CacheMetrics = {
  store: 'redis' | 'memory'
  /** Redis does not answer: the database does. */
  isAway: boolean
  kinds: KindMetrics[]
}

/** How well each kind does in this process since it started, or since the last reset. */
export async function cacheMetrics(): Promise<CacheMetrics> {
  const { isAway, counts } = state()
  const ttls = new Map<string, number>(KINDS.map(({ kind, ttlMs }) => [kind, ttlMs]))
  const names = [...new Set([...ttls.keys(), ...counts.keys()])]
  const sizes = await onStore('metrics', (store) => store.measure(names), { patienceMs: PATIENCE_MS, isCounted: false })
  return {
    store: redis() ? 'redis' : 'memory',
    isAway,
    kinds: names.map((kind) => metricsOf(kind, ttls.get(kind) ?? 0, sizes.get(kind))),
  }
}

export function resetCacheMetrics() {
  state().counts.clear()
}

function metricsOf(kind: string, ttlMs: number, size: Size = { entries: 0, bytes: 0 }): KindMetrics {
  const { total, slowestLoadMs } = kindCounts(kind)
  const answered = total.hits + total.negativeHits
  const reads = answered + total.misses
  return {
    kind,
    ttlMs,
    ...total,
    ratio: reads > 0 ? answered / reads : null,
    meanLoadMs: total.loads > 0 ? total.loadMs / total.loads : null,
    slowestLoadMs,
    ...size,
  }
}
