import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { defineKind, type Json, type Kind, keyOf } from '@/lib/cache/kind'
import { redisStore } from '@/lib/cache/redis-store'
import { state } from '@/lib/cache/state'
import { redis } from '@/lib/redis'
import { cacheMetrics } from '../support/cache-metrics'

/** A kind of its own for a test, whose loader notes what it was asked for. */
export function countedKind<V extends Json>(load: (key: string, times: number) => Promise<V> | V, ttlMs = 60_000) {
  const asked: string[] = []
  const loader = async (key: string) => {
    asked.push(key)
    return load(key, asked.length)
  }
  const kind = defineKind({ kind: `test-${randomUUID()}`, key: (key: string) => key, ttlMs, loader })
  return { kind, asked }
}

export async function countsOf(kind: string) {
  return (await cacheMetrics()).kinds.find((one) => one.kind === kind)
}

/** For what is not about time: a machine so busy that Redis needs more than 40 ms changes nothing. */
export function waitForRedis() {
  state().patienceMs = 30_000
  const client = redis()
  if (client) client.options.commandTimeout = 30_000
}

/** As if so much time had passed for an entry. One whose life has ended by then is gone when this returns. */
export async function age<V extends Json>(kind: Kind<string, V>, key: string, ms: number) {
  const client = redis()
  const store = client ? redisStore(client) : state().memory
  const name = keyOf(kind, key) ?? ''
  const [text] = await store.get([name])
  const [line = '', shape, refreshAt, missing] = /^(\d+) (\d+) ([01])/.exec(text ?? '') ?? []
  if (!text) throw new Error(`Nothing is kept under ${name}.`)
  const aged = `${shape} ${Number(refreshAt) - ms} ${missing}${text.slice(line.length)}`
  const ttlMs = Math.max(1, (missing === '1' ? kind.missingTtlMs : kind.ttlMs) - ms)
  const token = randomUUID()
  await store.claim([{ key: name, seen: text }], token)
  await store.put([{ key: name, text: aged, ttlMs }], token)
  while (ttlMs === 1 && (await store.get([name]))[0] !== null) await sleep(2)
}
