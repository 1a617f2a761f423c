import { randomUUID } from 'node:crypto'
import { kindCounts } from '@/lib/cache/counts'
import { state } from '@/lib/cache/state'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { redis } from '@/lib/redis'
import { writeMinute } from './cache-minutes'
import { httpCounts } from './http-counts'
import type { ProcessReport } from './schema'

const EVERY_MS = 5_000

type Reporter = {
  name: 'web' | 'realtime' | 'worker'
  /** What only this process knows. */
  gauges?: () => Record<string, number>
  everyMs?: number
}

/**
 * Says every few seconds how this process does, so that an admin sees all processes wherever they run.
 * What is returned says it for the last time and ends it.
 */
export function startReports({ name, gauges = () => ({}), everyMs = EVERY_MS }: Reporter): () => Promise<void> {
  const self = { id: randomUUID(), name, startedAt: new Date() }
  let writing: Promise<void> | undefined
  let isAway = false
  const write = async () => {
    try {
      await writeMinute()
      await writeReport(self, await reportOf(gauges))
      isAway = false
    } catch (error) {
      if (!isAway) log.warn({ err: error }, 'This process cannot say how it does')
      isAway = true
    }
  }
  const next = () => {
    writing ??= write().finally(() => {
      writing = undefined
    })
    return writing
  }
  const timer = setInterval(next, everyMs).unref()
  void next()
  return async () => {
    clearInterval(timer)
    await writing
    await writeMinute().catch(() => undefined)
    await db()
      .processReport.deleteMany({ where: { id: self.id } })
      .catch(() => undefined)
  }
}

async function writeReport(
  { id, name, startedAt }: { id: string; name: string; startedAt: Date },
  report: ProcessReport,
) {
  const row = { report, at: new Date() }
  await db().processReport.upsert({ where: { id }, create: { id, name, startedAt, ...row }, update: row })
}

async function reportOf(gauges: () => Record<string, number>): Promise<ProcessReport> {
  const { counts, isAway, memory } = state()
  const names = [...counts.keys()]
  const cache = Object.fromEntries(
    names.map((kind) => {
      const { total, slowestLoadMs } = kindCounts(kind)
      return [kind, { ...total, slowestLoadMs }]
    }),
  )
  const cpu = process.cpuUsage()
  return {
    cache,
    memory: redis() ? {} : Object.fromEntries(await memory.measure(names)),
    isRedisAway: isAway,
    http: httpCounts(),
    gauges: gauges(),
    residentBytes: process.memoryUsage.rss(),
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
  }
}
