/** Upper ends in milliseconds, as Prometheus' histograms have them; the last one is open. */
export const BUCKETS_MS = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500] as const

/** What the route handlers of this process have answered, by method and by hundreds of the status: `GET 2xx`. */
export type HttpCounts = Record<string, { count: number; totalMs: number; buckets: number[] }>

// One a process, also across the bundles of Next.
const kept = globalThis as unknown as { httpCounts?: HttpCounts }

export function httpCounts(): HttpCounts {
  kept.httpCounts ??= {}
  return kept.httpCounts
}

export function countAnswer({ method, status, ms }: { method: string; status: number; ms: number }) {
  const all = httpCounts()
  const name = `${METHODS.includes(method) ? method : 'other'} ${Math.floor(status / 100)}xx`
  all[name] ??= { count: 0, totalMs: 0, buckets: BUCKETS_MS.map(() => 0) }
  const counts = all[name]
  counts.count += 1
  counts.totalMs += ms
  const bucket = BUCKETS_MS.findIndex((end) => ms <= end)
  if (bucket >= 0) counts.buckets[bucket] = (counts.buckets[bucket] ?? 0) + 1
}

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']
