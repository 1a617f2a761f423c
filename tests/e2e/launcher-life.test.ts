import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HttpBrowser, newAccount, PASSWORD, signedInBrowser } from '@/tests/support/http-browser'
import { descendantsOf, isRunning } from '@/tests/support/processes'
import { makeDataDir, type Product, removeDataDir, startProduct } from '@/tests/support/product'

// One installation through its life, in order: first start, crash of a part, stop, second start, crash of the launcher.
let dataDir: string
let product: Product
let username: string
let code: string
const settings = { queueMode: 'fair', maxWaiting: 3, noRepeat: 10, skipPercent: 66, takeOverAfter: 5 }

beforeAll(async () => {
  dataDir = await makeDataDir()
  product = await startProduct({ dataDir, DEMO_CATALOGUE: 'off' })
  username = await newAccount(product.baseUrl)
  const { browser } = await signedInBrowser(product.baseUrl, username)
  code = (await (await browser.ask('POST', '/api/rooms', { name: 'Attic', settings })).json()).code
})
afterAll(async () => {
  await product.stop()
  await removeDataDir(dataDir)
})

async function untilGone(pids: number[], withinMs: number) {
  for (const deadline = Date.now() + withinMs; pids.some(isRunning) && Date.now() < deadline; ) await sleep(50)
  expect(pids.filter(isRunning)).toEqual([])
}

async function health() {
  return (await fetch(`${product.baseUrl}/api/health`)).json()
}

test('a process that dies is started again, and the launcher says so', async () => {
  expect(await health()).toEqual({ status: 'ok', database: 'ok', realtime: 'ok', worker: 'ok', cache: 'memory' })
  const realtime = descendantsOf(product.pid).find(({ command }) => command.includes('dist/realtime'))
  if (!realtime) throw new Error('No realtime process runs.')
  process.kill(realtime.pid, 'SIGKILL')
  await product.printed('realtime ended (SIGKILL); starting it again in 0.25 s.')
  await product.printed('realtime is back.')
  expect(await health()).toMatchObject({ status: 'ok', realtime: 'ok' })
})

test('PostgreSQL that dies is started again, and nobody is forgotten', async () => {
  const postgres = descendantsOf(product.pid).find(({ command }) => command.includes('bin/postgres -D'))
  if (!postgres) throw new Error('No PostgreSQL runs.')
  process.kill(postgres.pid, 'SIGKILL')
  await product.printed('PostgreSQL ended; starting it again.')
  await expect.poll(async () => (await health()).status, { timeout: 30_000 }).toBe('ok')
  expect((await new HttpBrowser(product.baseUrl).signIn(username, PASSWORD)).status).toBe(200)
})

test('SIGTERM stops every process within seconds', async () => {
  const pids = descendantsOf(product.pid).map(({ pid }) => pid)
  expect(pids.length).toBeGreaterThanOrEqual(4)
  const startedAt = Date.now()
  expect(await product.stop()).toBe(0)
  await untilGone([product.pid, ...pids], 1_000)
  expect(Date.now() - startedAt).toBeLessThan(8_000)
})

test('a second start takes less than 10 seconds and keeps the data', async () => {
  const startedAt = Date.now()
  product = await startProduct({ dataDir, DEMO_CATALOGUE: 'off' })
  expect(Date.now() - startedAt).toBeLessThan(10_000)
  expect((await new HttpBrowser(product.baseUrl).signIn(username, PASSWORD)).status).toBe(200)
})

test('a room’s settings survive the restart of every process', async () => {
  const { browser } = await signedInBrowser(product.baseUrl, username)
  const { room } = await (await browser.ask('GET', `/api/rooms/${code}`)).json()
  expect(room).toMatchObject({ name: 'Attic', isLocked: false, settings: { whoAdds: 'everyone', ...settings } })
})

test('after a launcher that was killed, the next one finds its way', async () => {
  const left = descendantsOf(product.pid)
  product.kill('SIGKILL')
  await product.exited
  // PostgreSQL stays, so that it can end in order; the others notice.
  await untilGone(
    left.filter(({ command }) => !command.includes('postgres')).map(({ pid }) => pid),
    10_000,
  )
  product = await startProduct({ dataDir, DEMO_CATALOGUE: 'off' })
  await untilGone(
    left.map(({ pid }) => pid),
    1_000,
  )
  expect((await new HttpBrowser(product.baseUrl).signIn(username, PASSWORD)).status).toBe(200)
})
