import { setTimeout as sleep } from 'node:timers/promises'
import { subscribe } from '@/lib/bus'
import type { BusMessage } from '@/lib/events'
import { log } from '@/lib/log'
import { forgetHere } from './forget-here'
import { state } from './state'

const RETRY_MS = 2_000

/**
 * Without Redis each process has a cache of its own, and keeps things only while it hears on the bus what the others
 * have changed. Resolves when that is known.
 */
export function hear(): Promise<void> {
  const now = state()
  now.hearing ??= start()
  return now.hearing
}

async function start() {
  try {
    state().stopHearing = await subscribe(take, () => state().memory.clear())
    state().isHearing = true
  } catch (error) {
    log.warn({ err: error }, 'The cache keeps nothing: it would not hear of changes.')
    void sleep(RETRY_MS, undefined, { ref: false }).then(() => {
      state().hearing = undefined
    })
  }
}

async function take(message: BusMessage) {
  if (!('cache' in message) || message.cache.from === state().processId) return
  await state().memory.drop(message.cache.keys ?? [])
  if (message.cache.pattern !== undefined) await state().memory.dropMatching(message.cache.pattern)
  forgetHere(message.cache)
}
