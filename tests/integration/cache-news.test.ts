import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { cached } from '@/lib/cache/read'
import { env } from '@/lib/env'
import { startCacheProcess } from './cache-processes'
import { countedKind } from './cache-support'

delete process.env.REDIS_URL
const other = startCacheProcess()
afterAll(async () => {
  expect(await other.end()).toBe(0)
  await closeCache()
  await closeBus()
})

const { kind: unnamed, asked } = countedKind((key) => key)
const shared = { ...unnamed, kind: 'shared' }

test('without Redis, what another process invalidates goes from the memory of this one', async () => {
  for (const order of [
    { do: 'invalidate', key: 'abc' },
    { do: 'invalidateMatching', pattern: 'a*' },
    { do: 'invalidateKind' },
  ] as const) {
    await cached(shared, 'abc')
    await cached(shared, 'abc')
    asked.length = 0
    await other.tell(order)
    await vi.waitFor(async () => {
      await cached(shared, 'abc')
      expect(asked).toEqual(['abc'])
    })
  }
})

test('who may have missed the news starts afresh', async () => {
  await cached(shared, 'x')
  asked.length = 0
  const admin = new pg.Client({ connectionString: env().DATABASE_URL })
  await admin.connect()
  await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'earshot bus (listen)' AND datname = current_database()`,
  )
  await admin.end()
  await vi.waitFor(async () => {
    await cached(shared, 'x')
    expect(asked).toEqual(['x'])
  })
})

test('who hears no news keeps nothing', async () => {
  await closeCache()
  const { DATABASE_URL } = env()
  env().DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nothing'
  const { kind, asked } = countedKind((key) => key)
  await cached(kind, 'x')
  await cached(kind, 'x')
  expect(asked).toEqual(['x', 'x'])
  env().DATABASE_URL = DATABASE_URL
  await vi.waitFor(
    async () => {
      await cached(kind, 'x')
      const before = asked.length
      await cached(kind, 'x')
      expect(asked.length).toBe(before)
    },
    { timeout: 8_000, interval: 200 },
  )
})
