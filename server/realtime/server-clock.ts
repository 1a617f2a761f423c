import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/lib/log'
import { ClockFilter } from '@/lib/playback/clock'
import { databaseNow } from '@/lib/playback/queries'

const BURST = 8
const EVERY_MS = 4_000
const STALE_MS = 15_000

export type ServerClock = {
  /** The shared clock: the database's time in ms, running steadily. */
  now: () => number
  /** True while the database answers. */
  isFresh: () => boolean
  stop: () => Promise<void>
}

/** Follows the database's clock as browsers follow ours. Rejects when the database can't be asked at all. */
export async function startServerClock(): Promise<ServerClock> {
  const filter = new ClockFilter()
  let sampledAt = 0
  const sample = async () => {
    const t0 = performance.now()
    const t1 = await databaseNow()
    sampledAt = performance.now()
    filter.add({ t0, t1, t2: t1, t3: sampledAt })
  }
  for (let count = 0; count < BURST; count++) await sample()

  const stopping = new AbortController()
  const follow = async () => {
    while (await waited(EVERY_MS, stopping.signal)) {
      await sample().catch((error) => log.warn({ err: error }, "The database's clock could not be read."))
    }
  }
  const following = follow()
  return {
    now: () => filter.toServer(performance.now()),
    isFresh: () => performance.now() - sampledAt < STALE_MS,
    stop: () => {
      stopping.abort()
      return following
    },
  }
}

const waited = (ms: number, signal: AbortSignal) => sleep(ms, true, { signal, ref: false }).catch(() => false)
