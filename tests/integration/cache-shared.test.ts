import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { closeCache } from '@/lib/cache/close'
import { defineKind } from '@/lib/cache/kind'
import { cached } from '@/lib/cache/read'
import { closeRedis, redis } from '@/lib/redis'
import { redisServerPath, startRedis } from '../support/redis'
import { startCacheProcess } from './cache-processes'
import { waitForRedis } from './cache-support'

const server = redisServerPath ? await startRedis() : undefined
if (server) process.env.REDIS_URL = server.url
if (server) waitForRedis()
const [one, other] = server ? [startCacheProcess(), startCacheProcess()] : []
afterAll(async () => {
  expect([await one?.end(), await other?.end()]).toEqual([0, 0])
  await closeCache()
  closeRedis()
  await server?.stop()
})

const withRedis = test.skipIf(!server)

/** Both processes at once; how many loads it took together. */
async function crowds(key: string, times: number) {
  const before = await loadsOfBoth()
  const answers = await Promise.all([one, other].map((child) => child?.tell({ do: 'read', key, times })))
  return { loads: (await loadsOfBoth()) - before, values: answers.flatMap((answer) => answer?.values ?? []) }
}

async function loadsOfBoth(): Promise<number> {
  const answers = await Promise.all([one, other].map((child) => child?.tell({ do: 'read', key: 'none', times: 0 })))
  return answers.reduce((sum, answer) => sum + (answer?.loads ?? 0), 0)
}

async function tellBoth(truth: number, loadMs: number) {
  for (const child of [one, other]) await child?.tell({ do: 'set', truth, loadMs })
}

withRedis('500 readers of an expired key in two processes make one load', async () => {
  await tellBoth(7, 100)
  for (let round = 0; round < 5; round++) {
    await redis()?.pexpire('shared:hot', 1)
    await sleep(10)
    expect(await crowds('hot', 250)).toEqual({ loads: 1, values: Array(500).fill(7) })
  }
})

withRedis(
  'a load that takes longer than a lease is still waited for',
  async () => {
    await tellBoth(8, 4_000)
    expect(await crowds('slow', 10)).toEqual({ loads: 1, values: Array(20).fill(8) })
  },
  60_000,
)

withRedis('when the process that loads is killed, another one takes over', async () => {
  const victim = startCacheProcess()
  await victim.tell({ do: 'set', truth: 0, loadMs: 60_000 })
  void victim.tell({ do: 'read', key: 'orphan', times: 1 }).catch(() => {})
  while ((await redis()?.exists('shared:orphan:lock')) === 0) await sleep(10)
  victim.kill()
  await tellBoth(9, 10)
  const startedAt = performance.now()
  expect(await crowds('orphan', 10)).toEqual({ loads: 1, values: Array(20).fill(9) })
  expect(performance.now() - startedAt).toBeLessThan(4_500)
})

withRedis("one process's invalidation holds in all of them", async () => {
  for (const order of [
    { do: 'invalidate', key: 'abc' },
    { do: 'invalidateMatching', pattern: 'a?c' },
    { do: 'invalidateKind' },
  ] as const) {
    await tellBoth(1, 0)
    await crowds('abc', 1)
    await tellBoth(2, 0)
    expect((await crowds('abc', 1)).values).toEqual([1, 1])
    await one?.tell(order)
    expect((await crowds('abc', 1)).values).toEqual([2, 2])
    await one?.tell({ do: 'invalidateKind' })
  }
})

withRedis('an entry is a string under the name of its kind that ends by itself', async () => {
  const kind = defineKind({
    kind: 'recommendations',
    key: (id: string) => `${id}:v2`,
    ttlMs: 3_600_000,
    isMissing: (list) => list.length === 0,
    loader: async (id: string) => (id === 'none' ? [] : [id]),
  })
  await cached(kind, 'abc')
  await cached(kind, 'none')
  const left = async (key: string) => (await redis()?.pttl(key)) ?? 0
  expect(await left('recommendations:abc:v2')).toBeGreaterThan(3_590_000)
  expect(await left('recommendations:none:v2')).toBeGreaterThan(25_000)
  expect(await left('recommendations:none:v2')).toBeLessThanOrEqual(30_000)
  expect(await redis()?.keys('recommendations*:lock')).toEqual([])
})
