import { log } from '@/lib/log'
import { count, countLoad } from './counts'
import { decode, encode } from './entry'
import type { Wanted } from './flight'
import type { Json, Kind } from './kind'
import { LEASE_MS } from './store'
import { onStore } from './stores'

/** Nobody waits for these, so that a slow one may be told from a dead one. */
const PATIENCE_MS = 1_000

/** Loads, keeps what came if the claim still stands, and lands. Without a token nothing is kept. */
export async function load<A, V extends Json>(kind: Kind<A, V>, wanted: Wanted<A>[], token: string | null) {
  const groups = kind.loaderMany ? [wanted] : wanted.map((one) => [one])
  await Promise.all(groups.map((group) => loadGroup(kind, group, token)))
}

async function loadGroup<A, V extends Json>(kind: Kind<A, V>, group: Wanted<A>[], token: string | null) {
  const keys = group.map(({ key }) => key)
  const renewal = token === null ? undefined : renewing(kind, keys, token)
  try {
    const values = await timed(kind, group)
    const loaded = group.map((one, index) => ({ one, ...encode(kind, values[index] as V) }))
    if (token !== null)
      keep(
        kind,
        loaded.map(({ one, text, ttlMs }) => ({ key: one.key, text, ttlMs })),
        token,
      )
    for (const { one, text } of loaded) {
      const entry = decode(kind, text)
      if (!entry) throw new Error(`The cache cannot keep what it loaded of ${kind.kind}.`)
      one.flight.land({ entry, outcome: 'misses' })
    }
  } catch (error) {
    count(kind.kind, 'loadFailures', group.length)
    if (token !== null) inBackground(onStore(kind.kind, (store) => store.release(keys, token)))
    for (const { flight } of group) flight.crash(error)
  } finally {
    clearInterval(renewal)
  }
}

async function timed<A, V extends Json>(kind: Kind<A, V>, group: Wanted<A>[]): Promise<V[]> {
  const startedAt = performance.now()
  const args = group.map((one) => one.args)
  const values = kind.loaderMany ? await kind.loaderMany(args) : await Promise.all(args.map(kind.loader))
  if (values.length !== group.length) throw new Error(`The loader of ${kind.kind} lost some of what it was asked for.`)
  countLoad(kind.kind, group.length, performance.now() - startedAt)
  return values
}

/** Sent before anybody gets the value, so that what they then invalidate is already there. Not waited for. */
function keep(kind: { kind: string }, entries: { key: string; text: string; ttlMs: number }[], token: string) {
  inBackground(onStore(kind.kind, (store) => store.put(entries, token), { patienceMs: PATIENCE_MS }))
}

/** Others wait for a loader that is at work for long, and take over from one that has died. */
function renewing(kind: { kind: string }, keys: string[], token: string) {
  const renew = () => onStore(kind.kind, (store) => store.renew(keys, token), { patienceMs: PATIENCE_MS })
  return setInterval(() => inBackground(renew()), LEASE_MS / 3).unref()
}

function inBackground(work: Promise<void>) {
  work.catch((error: unknown) => log.error({ err: error }, 'The cache broke'))
}
