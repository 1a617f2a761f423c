import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { warmPopular } from '@/lib/cache/warm'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { ensureJobQueue, type TaskName } from '@/lib/media/jobs'
import { forgetOldMinutes } from '@/lib/metrics/cache-minutes'
import { clearQuietCounts, forgetOldReceipts } from '@/lib/stats/clean-up'
import { watchWorkers } from './dead-workers'
import { openJobPool } from './job-pool'
import { cleanUploads } from './tasks/clean-uploads'
import { makePartitions } from './tasks/make-partitions'
import { seedDemo } from './tasks/seed-demo-track'
import { transcode } from './tasks/transcode'

const WATCH_MS = 5_000

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
const logger = new Logger((scope) => (level, message) => {
  // A job that our own stop broke off goes back to the queue: no news.
  log[message.includes('AbortError') ? 'debug' : LEVELS[level]](scope, message)
})

const taskList = {
  transcode,
  'seed-demo-track': seedDemo,
  'clean-uploads': cleanUploads,
  'make-partitions': makePartitions,
  'clear-quiet-counts': async () => {
    await clearQuietCounts()
    await forgetOldReceipts()
    await forgetOldMinutes()
  },
  'warm-caches': async () => {
    log.info({ songs: await warmPopular() }, 'Warmed the caches')
  },
} satisfies Record<TaskName, TaskList[string]>

const cronItems = parseCronItems([
  { task: 'clean-uploads', match: '*/10 * * * *', options: { jobKey: 'clean-uploads' } },
  { task: 'make-partitions', match: '17 3 * * *', options: { jobKey: 'make-partitions' } },
  // By night, where the server is: what people will ask for by day.
  { task: 'warm-caches', match: '47 4 * * *', options: { jobKey: 'warm-caches' } },
  { task: 'clear-quiet-counts', match: '41 * * * *', options: { jobKey: 'clear-quiet-counts' } },
])

/** Works on the queue until stopped. `stop` ends what runs after a second and hands it back to the queue. */
export async function startWorker(): Promise<{ stop: () => Promise<void>; ended: Promise<void> }> {
  await ensureJobQueue()
  const workers = await watchWorkers(env().DATABASE_URL)
  const events: WorkerEvents = new EventEmitter()
  // Jobs are locked in the name of the pool, not of its workers.
  events.on('pool:create', ({ workerPool }) => void workers.announce(workerPool.id))
  await workers.releaseDead()
  const pgPool = openJobPool(env().DATABASE_URL, env().WORKER_CONCURRENCY + 4)
  const runner = await run({
    pgPool,
    // One song at a time: ffmpeg takes a core, and pages and playback need the other.
    concurrency: env().WORKER_CONCURRENCY,
    taskList,
    parsedCronItems: cronItems,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 1_000,
    events,
    logger,
  })
  const watch = setInterval(
    () => void workers.releaseDead().catch((err) => log.warn({ err }, 'Cannot watch the workers')),
    WATCH_MS,
  )
  const end = async () => {
    clearInterval(watch)
    // It has ended by itself when it noticed first that the database is away.
    await runner.stop().catch(() => {})
    await pgPool.end()
    await workers.close()
  }
  let ending: Promise<void> | undefined
  const stop = () => {
    ending ??= end()
    return ending
  }
  workers.onLost((err) => {
    log.error({ err }, 'The database is away')
    void stop()
  })
  return { stop, ended: runner.promise }
}
