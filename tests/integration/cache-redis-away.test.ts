import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, expect, test, vi } from 'vitest'
import { closeCache } from '@/lib/cache/close'
import { invalidate, invalidateMatching } from '@/lib/cache/invalidate'
import { cached, cachedMany } from '@/lib/cache/read'
import { closeRedis, redis } from '@/lib/redis'
import { cacheMetrics } from '../support/cache-metrics'
import { redisServerPath, startRedis } from '../support/redis'
import { countedKind, countsOf } from './cache-support'

const server = redisServerPath ? await startRedis() : undefined
if (server) process.env.REDIS_URL = server.url
afterAll(async () => {
  await closeCache()
  closeRedis()
  await server?.stop()
})

const withRedis = test.skipIf(!server)
const LOAD_MS = 20

const isAway = async () => (await cacheMetrics()).isAway
const back = () => vi.waitFor(async () => expect(await isAway()).toBe(false), { timeout: 10_000, interval: 50 })

/** A Redis that takes connections and commands but answers nobody. */
async function hang(ms: number) {
  const admin = new Redis(process.env.REDIS_URL ?? '')
  await admin.call('CLIENT', 'PAUSE', String(ms), 'ALL')
  admin.disconnect()
}

const p99 = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0

/** People who each read ten songs, some hot, some not, until stopped; how much longer than its load each read took. */
function traffic() {
  const { kind, asked } = countedKind(async (key) => {
    await sleep(LOAD_MS)
    return key
  }, 3_000)
  const extras: number[] = []
  const delays: number[] = []
  const forget = () => {
    extras.length = 0
    delays.length = 0
  }
  const failures: unknown[] = []
  let isOn = true
  const person = async () => {
    while (isOn) {
      const key = String(Math.floor(Math.random() ** 3 * 200))
      const startedAt = performance.now()
      await cached(kind, key).catch((error) => failures.push(error))
      extras.push(performance.now() - startedAt - LOAD_MS)
      await sleep(5)
    }
  }
  // How late this busy machine is without any cache.
  const clock = async () => {
    while (isOn) {
      const startedAt = performance.now()
      await sleep(LOAD_MS)
      delays.push(performance.now() - startedAt - LOAD_MS)
    }
  }
  const people = [...Array.from({ length: 20 }, person), ...Array.from({ length: 5 }, clock)]
  const stop = async () => {
    isOn = false
    await Promise.all(people)
  }
  return { kind, asked, extras, delays, failures, forget, stop }
}

withRedis(
  'Redis killed in mid-traffic: every read is answered in time, and it is used again when it is back',
  async () => {
    const { kind, asked, extras, delays, failures, forget, stop } = traffic()
    await sleep(1_000)
    forget()
    const loadsBefore = asked.length
    await server?.kill()
    await vi.waitFor(async () => expect(await isAway()).toBe(true), { interval: 5 })
    await sleep(1_500)
    expect(extras.length).toBeGreaterThan(500)
    const loadsAway = asked.length - loadsBefore
    const readsAway = extras.length
    await server?.start()
    await back()
    await sleep(300)
    await stop()

    expect(failures).toEqual([])
    expect(p99(extras) - p99(delays)).toBeLessThan(50)
    expect(loadsAway).toBeLessThan(readsAway / 2)
    expect((await countsOf(kind.kind))?.errors).toBeGreaterThan(100)
    expect(await redis()?.keys(`${kind.kind}:*`)).not.toEqual([])
  },
)

withRedis('a Redis that hangs costs the requests under way 40 ms, and the later ones nothing', async () => {
  const { kind } = countedKind((key) => key)
  await cached(kind, 'x')
  await hang(3_000)
  const timesOf = async (key: string) => {
    const startedAt = performance.now()
    expect(await Promise.all([cached(kind, key), cached(kind, key)])).toEqual([key, key])
    return performance.now() - startedAt
  }
  expect(await timesOf('x')).toBeLessThan(40 + 50)
  expect(await timesOf('x')).toBeLessThan(20)
  expect(await timesOf('y')).toBeLessThan(20)
  expect(await isAway()).toBe(true)
  const startedAt = performance.now()
  await cachedMany(
    kind,
    Array.from({ length: 500 }, (_, index) => `many ${index}`),
  )
  expect(performance.now() - startedAt).toBeLessThan(200)

  await back()
  const { errors } = (await countsOf(kind.kind)) ?? {}
  await cached(kind, 'z')
  await cached(kind, 'z')
  expect((await countsOf(kind.kind))?.errors).toBe(errors)
})

withRedis('while Redis is away the database is asked at most every two seconds for what is hot', async () => {
  const { kind, asked } = countedKind((key) => key)
  await server?.kill()
  await vi.waitFor(() => expect(redis()?.status).not.toBe('ready'))
  for (let n = 0; n < 50; n++) await cached(kind, 'hot')
  expect(asked.length).toBe(1)
  await sleep(2_050)
  await cached(kind, 'hot')
  expect(asked.length).toBe(2)
  await invalidate(kind, 'hot')
  await cached(kind, 'hot')
  expect(asked.length).toBe(3)
  await server?.start()
  await back()
})

withRedis('what changed while Redis was not answering is forgotten before Redis is read again', async () => {
  let truth = 'before'
  const { kind } = countedKind(() => truth)
  await cachedMany(kind, ['a', 'b1', 'b2', 'c'])
  await hang(1_500)
  truth = 'after'
  const startedAt = performance.now()
  await invalidate(kind, 'a')
  await invalidateMatching(kind, 'b*')
  expect(performance.now() - startedAt).toBeLessThan(150)
  expect(await cachedMany(kind, ['a', 'b1', 'b2'])).toEqual(['after', 'after', 'after'])
  await back()
  expect(await cachedMany(kind, ['a', 'b1', 'b2', 'c'])).toEqual(['after', 'after', 'after', 'before'])
})

withRedis('a Redis that is full or holds something else under the key keeps nobody from reading', async () => {
  const { kind, asked } = countedKind((key) => key)
  await redis()?.zadd(`${kind.kind}:x`, 1, 'member')
  expect(await cached(kind, 'x')).toBe('x')
  await redis()?.config('SET', 'maxmemory', '1')
  expect(await cachedMany(kind, ['y', 'z', 'y'])).toEqual(['y', 'z', 'y'])
  await redis()?.config('SET', 'maxmemory', '0')
  expect(await isAway()).toBe(false)
  await redis()?.set(`${kind.kind}:w`, 'damaged')
  expect([await cached(kind, 'w'), await cached(kind, 'w')]).toEqual(['w', 'w'])
  await redis()?.set(`${kind.kind}:v`, '1 99999999999999 0\n{"half":')
  expect([await cached(kind, 'v'), await cached(kind, 'v')]).toEqual(['v', 'v'])
  expect(asked.filter((key) => key === 'w' || key === 'v')).toEqual(['w', 'v'])
})
