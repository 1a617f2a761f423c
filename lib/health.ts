import { z } from 'zod'
import { db } from './db'
import { env } from './env'
import { redis } from './redis'

const PATIENCE_MS = 2_000

export const health = z.object({
  status: z.enum(['ok', 'degraded', 'down']).meta({ description: 'down: nothing works without the database' }),
  database: z.enum(['ok', 'away']),
  realtime: z.enum(['ok', 'away']),
  worker: z.enum(['ok', 'away']).meta({ description: 'away: uploads wait' }),
  cache: z.enum(['ok', 'away', 'memory']).meta({ description: 'memory: no Redis is configured' }),
})

export type Health = z.infer<typeof health>

/** What of the product answers right now, within two seconds. */
export async function checkHealth(realtimeUrl: URL): Promise<Health> {
  const [stored, realtime, cache] = await Promise.all([checkDatabase(), checkRealtime(realtimeUrl), checkCache()])
  const isWhole = realtime === 'ok' && stored.worker === 'ok' && cache !== 'away'
  const status = stored.database === 'away' ? 'down' : isWhole ? 'ok' : 'degraded'
  return { status, database: stored.database, realtime, worker: stored.worker, cache }
}

// A worker holds a connection that listens for jobs, and is named by PGAPPNAME: no connection, no worker.
async function checkDatabase(): Promise<Pick<Health, 'database' | 'worker'>> {
  const query = db().$queryRaw<{ isWorking: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'earshot-worker'
    ) AS "isWorking"`
  const rows = await within(PATIENCE_MS, query)
  if (!rows) return { database: 'away', worker: 'away' }
  return { database: 'ok', worker: rows[0]?.isWorking ? 'ok' : 'away' }
}

async function checkRealtime(url: URL): Promise<Health['realtime']> {
  const response = await within(PATIENCE_MS, fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }))
  return response?.ok ? 'ok' : 'away'
}

async function checkCache(): Promise<Health['cache']> {
  if (!env().REDIS_URL) return 'memory'
  return (await within(PATIENCE_MS, redis()?.ping() ?? Promise.reject())) ? 'ok' : 'away'
}

/** Null when it fails or takes longer. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  return Promise.race([work.catch(() => null), tooLate]).finally(() => clearTimeout(timer))
}
