import { z } from 'zod'

const counter = z.number()
const cacheCounts = z.object({
  hits: counter,
  negativeHits: counter,
  misses: counter,
  loads: counter,
  loadFailures: counter,
  refreshes: counter,
  invalidations: counter,
  errors: counter,
  loadMs: counter,
  slowestLoadMs: z.number(),
})

/** What a process says of itself: everything since it started. */
export const processReport = z.object({
  cache: z.record(z.string(), cacheCounts),
  /** What its own memory holds, by kind: empty with Redis. */
  memory: z.record(z.string(), z.object({ entries: z.number(), bytes: z.number() })),
  /** Redis does not answer this process. */
  isRedisAway: z.boolean(),
  http: z.record(z.string(), z.object({ count: counter, totalMs: counter, buckets: z.array(counter) })),
  /** Whatever the process alone knows: sockets, rooms. */
  gauges: z.record(z.string(), z.number()),
  residentBytes: z.number(),
  cpuSeconds: counter,
})
export type ProcessReport = z.infer<typeof processReport>

export type LiveProcess = { id: string; name: string; startedAt: Date; at: Date; report: ProcessReport }

/** Waiting, running and failed jobs of one task. */
export type JobCounts = { task: string; waiting: number; running: number; failed: number }
