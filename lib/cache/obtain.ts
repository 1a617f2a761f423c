import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/lib/log'
import { count } from './counts'
import { decode, type Entry } from './entry'
import { type Landed, newFlight, type Wanted } from './flight'
import type { Json, Kind } from './kind'
import { load } from './load'
import { state } from './state'
import { onStore } from './stores'

/** A process looks whether another one has finished loading: at first often, then less and less. */
const SHORTEST_POLL_MS = 15
const LONGEST_POLL_MS = 200
/** After this it loads for itself: rather twice than never. */
const LONGEST_WAIT_MS = 10_000
const RETRY_REFRESH_MS = 1_000

/** From the store, else from whoever is loading it, else from the loader: every flight lands or crashes. */
export async function obtain<A, V extends Json>(kind: Kind<A, V>, wanted: Wanted<A>[]) {
  const startedAt = performance.now()
  const waited = () => performance.now() - startedAt
  let waiting = await lookUp(kind, wanted)
  while (waiting.length > 0 && waited() < LONGEST_WAIT_MS) {
    waiting = await claim(kind, waiting)
    if (waiting.length > 0) await sleep(Math.min(LONGEST_POLL_MS, Math.max(SHORTEST_POLL_MS, waited() / 10)))
  }
  if (waiting.length > 0) await load(kind, waiting, null)
}

/** Lands what is there; returns what is not. */
async function lookUp<A, V extends Json>(kind: Kind<A, V>, wanted: Wanted<A>[]): Promise<Wanted<A>[]> {
  const keys = wanted.map(({ key }) => key)
  const texts = await onStore(kind.kind, (store) => store.get(keys))
  return wanted.flatMap((one, index) => {
    const text = texts[index] ?? null
    const entry = decode(kind, text)
    if (!entry) return [{ ...one, seen: text }]
    one.flight.land({ entry, outcome: outcomeOf(entry) })
    if (entry.isDue) void refresh(kind, { key: one.key, args: one.args, seen: text })
    return []
  })
}

/** Loads what nobody else is loading; lands what has come meanwhile; returns what others are at. */
async function claim<A, V extends Json>(kind: Kind<A, V>, wanted: Wanted<A>[]): Promise<Wanted<A>[]> {
  const token = randomUUID()
  const claims = await onStore(kind.kind, (store) => store.claim(wanted, token))
  const mine: Wanted<A>[] = []
  const busy = wanted.flatMap((one, index) => {
    const claimed = claims[index]
    if (claimed === 'mine') mine.push(one)
    if (typeof claimed !== 'object') return claimed === 'mine' ? [] : [one]
    const entry = decode(kind, claimed.text)
    if (!entry) return [{ ...one, seen: claimed.text }]
    one.flight.land(afterWaiting(entry))
    return []
  })
  // Not waited for: the others' may come sooner.
  void load(kind, mine, token)
  return busy
}

/** Loads anew what is still served, once in all processes. Its failure is nobody's: the old entry holds. */
async function refresh<A, V extends Json>(kind: Kind<A, V>, { key, args, seen }: Omit<Wanted<A>, 'flight'>) {
  const { refreshing } = state()
  if (refreshing.has(key)) return
  refreshing.add(key)
  const flight = newFlight()
  const token = randomUUID()
  try {
    const [claimed] = await onStore(kind.kind, (store) => store.claim([{ key, seen }], token))
    if (claimed === 'mine') {
      await load(kind, [{ key, args, seen, flight }], token)
      await flight.landing
      count(kind.kind, 'refreshes')
    }
    refreshing.delete(key)
  } catch (error) {
    log.warn({ err: error, key }, 'The cache could not load anew')
    // Otherwise every read would try again.
    setTimeout(() => refreshing.delete(key), RETRY_REFRESH_MS).unref()
  }
}

const outcomeOf = (entry: Entry<unknown>) => (entry.isMissing ? 'negativeHits' : 'hits')

// Another process loaded it, but this reader did wait.
const afterWaiting = (entry: Entry<unknown>): Landed => ({ entry, outcome: 'misses' })
