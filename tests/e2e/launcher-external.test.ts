import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres } from '@/server/postgres.mjs'
import { descendantsOf } from '@/tests/support/processes'
import { makeDataDir, type Product, removeDataDir, startProduct } from '@/tests/support/product'
import { redisServerPath, startRedis, type TestRedis } from '@/tests/support/redis'

// With a PostgreSQL and a Redis of somebody else's, either of which may go away and come back.
let dataDir: string
let postgres: Awaited<ReturnType<typeof startPostgres>>
let redis: TestRedis | undefined
let product: Product

beforeAll(async () => {
  dataDir = await makeDataDir()
  postgres = await startServer()
  redis = redisServerPath ? await startRedis() : undefined
  const settings = { DATABASE_URL: postgres.url('postgres'), REDIS_URL: redis?.url, DEMO_CATALOGUE: 'off' }
  product = await startProduct({ dataDir: path.join(dataDir, 'product'), ...settings })
})
afterAll(async () => {
  await product.stop()
  await redis?.stop()
  await postgres.stop()
  await removeDataDir(dataDir)
})

function startServer(port?: number) {
  return startPostgres({ directory: path.join(dataDir, 'elsewhere'), password: 'elsewhere', ...(port ? { port } : {}) })
}

async function health(): Promise<{ http: number; status: string; database: string; cache: string }> {
  const response = await fetch(`${product.baseUrl}/api/health`)
  return { http: response.status, ...(await response.json()) }
}

test('DATABASE_URL is used, and no PostgreSQL of our own is started', async () => {
  expect(await health()).toMatchObject({ http: 200, status: 'ok', database: 'ok' })
  expect(descendantsOf(product.pid).filter(({ command }) => command.includes('postgres'))).toEqual([])
  expect(product.output()).toContain(`PostgreSQL 18 at 127.0.0.1:${postgres.port}`)
})

test.skipIf(!redisServerPath)('without its Redis everything goes on, and health says so until it is back', async () => {
  expect(await health()).toMatchObject({ http: 200, cache: 'ok' })
  await redis?.kill()
  await expect.poll(health).toMatchObject({ http: 200, status: 'degraded', cache: 'away' })
  expect((await fetch(`${product.baseUrl}/api/tracks`)).status).toBe(200)
  await redis?.start()
  await expect.poll(health, { timeout: 20_000 }).toMatchObject({ http: 200, status: 'ok', cache: 'ok' })
})

test('without its database nothing works but the answer that says so, and it comes back by itself', async () => {
  await postgres.stop()
  await expect.poll(health, { timeout: 20_000 }).toMatchObject({ http: 503, status: 'down', database: 'away' })
  const refused = await fetch(`${product.baseUrl}/api/tracks`)
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({ error: { code: 'database_away' } })
  postgres = await startServer(postgres.port)
  await expect.poll(health, { timeout: 60_000 }).toMatchObject({ http: 200, status: 'ok', database: 'ok' })
})
