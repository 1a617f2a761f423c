import { setTimeout as sleep } from 'node:timers/promises'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { invalidate, invalidateKind, invalidateMatching } from '@/lib/cache/invalidate'
import { defineKind } from '@/lib/cache/kind'
import { cached } from '@/lib/cache/read'
import { closeRedis } from '@/lib/redis'
import { waitForRedis } from './cache-support'

// A second process for the tests: reads and writes the kind `shared` as it is told by messages of its parent.
waitForRedis()
let truth = 0
let loads = 0
let loadMs = 0
const shared = defineKind({
  kind: 'shared',
  key: (key: string) => key,
  ttlMs: 60_000,
  loader: async () => {
    loads += 1
    const read = truth
    await sleep(loadMs)
    return read
  },
})

export type Order =
  | { do: 'set'; truth: number; loadMs: number }
  | { do: 'read'; key: string; times: number }
  | { do: 'invalidate'; key: string }
  | { do: 'invalidateMatching'; pattern: string }
  | { do: 'invalidateKind' }
  | { do: 'end' }
export type Answer = { loads: number; values: number[] }

const ACTIONS: { [D in Order['do']]: (order: Extract<Order, { do: D }>) => Promise<number[] | undefined> } = {
  set: async (order) => {
    ;({ truth, loadMs } = order)
    return undefined
  },
  read: ({ key, times }) => Promise.all(Array.from({ length: times }, () => cached(shared, key))),
  invalidate: async ({ key }) => void (await invalidate(shared, key)),
  invalidateMatching: async ({ pattern }) => void (await invalidateMatching(shared, pattern)),
  invalidateKind: async () => void (await invalidateKind(shared)),
  end: async () => {
    await closeCache()
    await closeBus()
    closeRedis()
    process.disconnect()
    return undefined
  },
}

process.on('message', async (order: Order) => {
  const act = ACTIONS[order.do] as (order: Order) => Promise<number[] | undefined>
  const values = (await act(order)) ?? []
  if (process.connected) process.send?.({ loads, values } satisfies Answer)
})
