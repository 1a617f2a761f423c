import type { ChainableCommander, Redis } from 'ioredis'
import { kindOfKey } from './kind'
import { type Claim, LEASE_MS, type Size, type Store } from './store'

const SCAN_COUNT = 1_000
/** Beyond this many keys, sizes are extrapolated. */
const MOST_MEASURED = 20_000
const SAMPLES_A_KIND = 20

// KEYS: the entry and the claim on it.
const CLAIM = `
local text = redis.call('GET', KEYS[1])
if text and text ~= ARGV[2] then return text end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[3]) then return 1 end
return 0`
const RENEW = `if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('PEXPIRE', KEYS[2], ARGV[2]) end`
const PUT = `
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
redis.call('DEL', KEYS[2])`
const RELEASE = `if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end`

const claimOn = (key: string) => `${key}:lock`
const both = (key: string) => [key, claimOn(key)] as const

/** Entries as plain strings with a TTL, shared by all processes. */
export function redisStore(redis: Redis): Store {
  const each = async <T>(items: T[], add: (pipeline: ChainableCommander, item: T) => unknown) => {
    if (items.length === 0) return []
    const pipeline = redis.pipeline()
    for (const item of items) add(pipeline, item)
    return answersOf(await pipeline.exec())
  }
  return {
    get: (keys) => redis.mget(keys),
    claim: async (wanted, token) => {
      const answers = await each(wanted, (pipeline, { key, seen }) =>
        pipeline.eval(CLAIM, 2, ...both(key), token, seen ?? '', LEASE_MS),
      )
      return answers.map(readClaim)
    },
    renew: async (keys, token) => {
      await each(keys, (pipeline, key) => pipeline.eval(RENEW, 2, ...both(key), token, LEASE_MS))
    },
    put: async (entries, token) => {
      await each(entries, (pipeline, { key, text, ttlMs }) =>
        pipeline.eval(PUT, 2, ...both(key), token, text, Math.ceil(ttlMs)),
      )
    },
    release: async (keys, token) => {
      await each(keys, (pipeline, key) => pipeline.eval(RELEASE, 2, ...both(key), token))
    },
    drop: async (keys) => {
      if (keys.length > 0) await redis.unlink(keys.flatMap(both))
    },
    dropMatching: async (pattern) => {
      // A pattern with an open end finds the claims too.
      for (const match of pattern.endsWith('*') ? [pattern] : [pattern, claimOn(pattern)])
        for await (const keys of scan(redis, match)) if (keys.length > 0) await redis.unlink(keys)
    },
    measure: (names) => measure(redis, names),
  }
}

function readClaim(answer: unknown): Claim {
  if (typeof answer === 'string') return { text: answer }
  return answer === 1 ? 'mine' : 'busy'
}

function answersOf(results: [Error | null, unknown][] | null): unknown[] {
  return (results ?? []).map(([error, answer]) => {
    if (error) throw error
    return answer
  })
}

async function* scan(redis: Redis, pattern: string): AsyncGenerator<string[]> {
  let cursor = '0'
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', pattern, 'COUNT', SCAN_COUNT)
    yield keys
    cursor = next
  } while (cursor !== '0')
}

async function measure(redis: Redis, names: string[]): Promise<Map<string, Size>> {
  const keysOf = new Map<string, string[]>()
  let seen = 0
  for await (const keys of scan(redis, '*')) {
    seen += keys.length
    for (const key of keys) {
      const name = key.endsWith(':lock') ? undefined : kindOfKey(key, names)
      if (name) gather(keysOf, name, key)
    }
    if (seen >= MOST_MEASURED) break
  }
  const scale = seen < MOST_MEASURED ? 1 : (await redis.dbsize()) / seen
  const sizes = new Map<string, Size>()
  for (const [name, keys] of keysOf) {
    const pipeline = redis.pipeline()
    const sample = keys.slice(0, SAMPLES_A_KIND)
    for (const key of sample) pipeline.memory('USAGE', key)
    const usage = answersOf(await pipeline.exec()).reduce<number>((sum, bytes) => sum + Number(bytes ?? 0), 0)
    const entries = Math.round(keys.length * scale)
    sizes.set(name, { entries, bytes: Math.round((usage / sample.length) * entries) })
  }
  return sizes
}

function gather(lists: Map<string, string[]>, name: string, key: string) {
  const list = lists.get(name)
  if (list) list.push(key)
  else lists.set(name, [key])
}
