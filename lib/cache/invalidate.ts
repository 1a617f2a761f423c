import { publish } from '@/lib/bus'
import { redis } from '@/lib/redis'
import { count } from './counts'
import { type Forgotten, forgetHere } from './forget-here'
import { escapeGlob } from './glob'
import { type Json, type Kind, keyOf } from './kind'
import { state } from './state'
import { onStore, owe } from './stores'

/** A message on the bus holds about this many keys. */
const KEYS_A_MESSAGE = 50
/** SCAN goes through all of Redis, step by step; each step is quick. */
const SCAN_PATIENCE_MS = 5_000

/** Call it after commit. From then on nobody, in any process, is given what was true before. Never throws. */
export async function invalidate<A, V extends Json>(kind: Kind<A, V>, ...many: A[]) {
  const keys = many.flatMap((args) => keyOf(kind, args) ?? [])
  if (keys.length > 0) await forget(kind.kind, { keys })
}

/** The keys whose part after `kind:` matches a pattern of Redis: `*`, `?`, `[a-z]`, `\`. */
export async function invalidateMatching<A, V extends Json>(kind: Kind<A, V>, pattern: string) {
  await forget(kind.kind, { pattern: `${escapeGlob(kind.kind)}:${pattern}` })
}

/** Everything of a kind. */
export async function invalidateKind<A, V extends Json>({ kind }: Pick<Kind<A, V>, 'kind'>) {
  await forget(kind, { keys: [kind], pattern: `${escapeGlob(kind)}:*` })
}

/**
 * For what changes with every vote or play: the first call has all of the kind forgotten 5 s later, and those that
 * come until then are covered by it. So what people see is never more than 10 s behind.
 */
export function invalidateSoon<A, V extends Json>(kind: Pick<Kind<A, V>, 'kind'>) {
  const { soon, soonMs } = state()
  if (soon.has(kind.kind)) return
  const run = async () => {
    soon.delete(kind.kind)
    await invalidateKind(kind)
  }
  soon.set(kind.kind, { timer: setTimeout(run, soonMs).unref(), run })
}

/** What has been put off is done now: before a process ends. */
export async function invalidateNow() {
  for (const { timer, run } of [...state().soon.values()]) {
    clearTimeout(timer)
    await run()
  }
}

async function forget(kind: string, what: Forgotten) {
  count(kind, 'invalidations')
  if (redis()) await forgetInRedis(kind, what)
  else await forgetInMemories(what)
  forgetHere(what)
}

async function forgetInRedis(kind: string, what: Forgotten) {
  const { keys = [], pattern } = what
  await onStore(kind, (store) => store.drop(keys), { instead: () => owe({ keys }) })
  if (pattern === undefined) return
  await onStore(kind, (store) => store.dropMatching(pattern), {
    patienceMs: SCAN_PATIENCE_MS,
    instead: () => owe({ pattern }),
  })
}

async function forgetInMemories({ keys = [], pattern }: Forgotten) {
  const { memory, processId: from } = state()
  await memory.drop(keys)
  if (pattern !== undefined) await memory.dropMatching(pattern)
  if (pattern !== undefined) await publish({ cache: { from, pattern } })
  for (let at = 0; at < keys.length; at += KEYS_A_MESSAGE)
    await publish({ cache: { from, keys: keys.slice(at, at + KEYS_A_MESSAGE) } })
}
