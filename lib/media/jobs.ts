import { runMigrations } from 'graphile-worker'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'

/** Every task of the worker with what it is given. */
export type Tasks = {
  transcode: { uploadId: string }
  'seed-demo-track': { slug: string }
  'clean-uploads': Record<string, never>
  'make-partitions': Record<string, never>
  'clear-quiet-counts': Record<string, never>
  'warm-caches': Record<string, never>
}

export type TaskName = keyof Tasks

/** Lower runs first: a song that is about to be heard before one that still has to be composed. */
const PRIORITY: Record<TaskName, number> = {
  transcode: 0,
  'seed-demo-track': 10,
  'clean-uploads': 20,
  'make-partitions': 20,
  'clear-quiet-counts': 20,
  'warm-caches': 30,
}

/** Queues a job with the transaction's other writes, and answers its id. The same key again replaces a waiting job. */
export async function addJob<T extends TaskName>(tx: Tx, task: T, payload: Tasks[T], key: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM graphile_worker.add_job(
      ${task}, payload := ${JSON.stringify(payload)}::json, max_attempts := 4,
      job_key := ${key}, priority := ${PRIORITY[task]}::int)`
  return String(row?.id ?? '')
}

let ready: Promise<void> | undefined

/** The queue's tables, made by whichever process needs them first. */
export function ensureJobQueue(): Promise<void> {
  ready ??= runMigrations({ connectionString: env().DATABASE_URL }).catch((error: unknown) => {
    ready = undefined
    throw error
  })
  return ready
}
