import { type Redis, ReplyError } from 'ioredis'
import { log } from '@/lib/log'
import { redis } from '@/lib/redis'
import { count } from './counts'
import { hear } from './hearing'
import { withPatience } from './patience'
import { redisStore } from './redis-store'
import { state } from './state'
import type { Store } from './store'

/** The process's first requests wait for its first connection. */
const FIRST_PATIENCE_MS = 500
const PROBE_MS = 100

type How<T> = {
  /** When more than usual. */
  patienceMs?: number
  isCounted?: boolean
  /** Instead of doing the same on the spare store. */
  instead?: () => Promise<T>
}

/** Does it on Redis, or in memory if there is none. While Redis is away or silent: without it, at once. */
export async function onStore<T>(kind: string, work: (store: Store) => Promise<T>, how: How<T> = {}): Promise<T> {
  const { memory, spare } = state()
  const client = redis()
  if (!client) {
    await hear()
    return work(memory)
  }
  const { isCounted = true, instead = () => work(spare) } = how
  const patienceMs = Math.max(how.patienceMs ?? 0, state().patienceMs)
  if (!state().isAway) {
    try {
      if (!state().hasMetRedis) await meet(client)
      return await withPatience(work(redisStore(client)), patienceMs)
    } catch (error) {
      // One that answers with an error (full, read-only) keeps nobody waiting.
      if (!(error instanceof ReplyError)) stepAside(error)
    }
  }
  if (isCounted) count(kind, 'errors')
  return instead()
}

async function meet(client: Redis) {
  // Where nothing answers, the attempt fails long before the patience ends.
  await withPatience(client.ping(), Math.max(FIRST_PATIENCE_MS, state().patienceMs)).finally(() => {
    state().hasMetRedis = true
  })
}

/** What could not be forgotten now will be, before Redis is read again. */
export async function owe({ keys = [], pattern }: { keys?: string[]; pattern?: string }) {
  const { owed } = state()
  for (const key of keys) owed.keys.add(key)
  if (pattern !== undefined) owed.patterns.add(pattern)
}

function stepAside(error: unknown) {
  if (state().isAway) return
  state().isAway = true
  log.warn({ err: error }, 'The cache goes on without Redis')
  probeLater()
}

function probeLater() {
  state().probe = setTimeout(probe, PROBE_MS).unref()
}

async function probe() {
  const client = redis()
  if (!client) return
  try {
    await withPatience(client.ping(), state().patienceMs)
    await settle(redisStore(client))
  } catch {
    return probeLater()
  }
  state().spare.clear()
  state().isAway = false
  log.info('The cache uses Redis again')
}

async function settle(store: Store) {
  const { keys, patterns } = state().owed
  // What comes to be owed meanwhile is settled too.
  while (keys.size + patterns.size > 0) {
    const some = [...keys].slice(0, 1_000)
    const all = [...patterns]
    await store.drop(some)
    for (const pattern of all) await store.dropMatching(pattern)
    for (const key of some) keys.delete(key)
    for (const pattern of all) patterns.delete(pattern)
  }
}
