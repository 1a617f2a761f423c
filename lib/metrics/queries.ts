import { KINDS } from '@/lib/cache/registry'
import type { Size } from '@/lib/cache/store'
import { onStore } from '@/lib/cache/stores'
import { db } from '@/lib/db'
import { ensureJobQueue } from '@/lib/media/jobs'
import { redis } from '@/lib/redis'
import { type JobCounts, type LiveProcess, processReport } from './schema'

/** Whoever has said nothing for this long is gone. */
const SILENT_MS = 20_000
const PATIENCE_MS = 2_000

/** The processes that run now, with what each says of itself. */
export async function liveProcesses(): Promise<LiveProcess[]> {
  const rows = await db().processReport.findMany({
    where: { at: { gt: new Date(Date.now() - SILENT_MS) } },
    orderBy: [{ name: 'asc' }, { startedAt: 'asc' }],
  })
  return rows.flatMap(({ report, ...row }) => {
    // Of another release: it will be gone in a moment.
    const parsed = processReport.safeParse(report)
    return parsed.success ? [{ ...row, report: parsed.data }] : []
  })
}

/** What the caches hold by kind: in Redis, else in all processes' memories together. */
export async function cacheSizes(processes: LiveProcess[]): Promise<Map<string, Size>> {
  const names = KINDS.map(({ kind }) => kind)
  if (redis()) return onStore('metrics', (store) => store.measure(names), { patienceMs: PATIENCE_MS, isCounted: false })
  const sizes = new Map<string, Size>()
  for (const { report } of processes)
    for (const [kind, { entries, bytes }] of Object.entries(report.memory)) {
      const sum = sizes.get(kind) ?? { entries: 0, bytes: 0 }
      sizes.set(kind, { entries: sum.entries + entries, bytes: sum.bytes + bytes })
    }
  return sizes
}

/** How many jobs wait, run and have failed for good. */
export async function jobCounts(): Promise<JobCounts[]> {
  await ensureJobQueue()
  return db().$queryRaw<JobCounts[]>`
    SELECT task_identifier AS "task",
      (count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts))::int AS "waiting",
      (count(*) FILTER (WHERE locked_at IS NOT NULL))::int AS "running",
      (count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts))::int AS "failed"
    FROM graphile_worker.jobs GROUP BY 1 ORDER BY 1`
}
