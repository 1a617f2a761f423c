import { afterAll, beforeAll, expect, test } from 'vitest'
import { endDevice, liveDevice, startDevice } from '@/lib/auth/devices'
import { type Device, hashToken } from '@/lib/auth/refresh-token'
import { renewAccess } from '@/lib/auth/renewal'
import { isDeviceLive } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { countTry, resetLimit, takeToken } from '@/lib/rate-limit'
import { closeRedis, redis } from '@/lib/redis'
import { createUser } from '@/tests/factories/users'
import { redisServerPath, startRedis, type TestRedis } from '@/tests/support/redis'

let server: TestRedis | undefined

beforeAll(async () => {
  if (!redisServerPath) return
  server = await startRedis()
  process.env.REDIS_URL = server.url
})

afterAll(async () => {
  closeRedis()
  await server?.stop()
})

const withRedis = test.skipIf(!redisServerPath)

async function signedIn() {
  const user = await createUser()
  const device: Device = { userId: user.id, deviceId: crypto.randomUUID() }
  const key = `session:${user.id}:${device.deviceId}`
  return { device, key, token: await startDevice(device, 'Firefox') }
}

const until = async (what: () => Promise<boolean> | boolean) => {
  const startedAt = Date.now()
  while (!(await what())) {
    if (Date.now() - startedAt > 10_000) throw new Error('It did not happen within 10 s.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

withRedis('a signed-in device is in Redis for seven days, and answers from there', async () => {
  const { device, key } = await signedIn()
  expect(await redis()?.ttl(key)).toBeGreaterThan(7 * 86_400 - 60)
  // Changed behind its back: an answer from the row would be false.
  await db().deviceSession.updateMany({ where: device, data: { revokedAt: new Date() } })
  expect(await isDeviceLive(device)).toBe(true)
})

withRedis('what Redis has not heard from the database for fifteen minutes, the row decides', async () => {
  const { device } = await signedIn()
  await db().deviceSession.updateMany({ where: device, data: { revokedAt: new Date() } })
  expect(await liveDevice(device, new Date(Date.now() + 15 * 60_000))).toBeNull()
})

withRedis('a rotation and an end reach Redis', async () => {
  const { device, key, token } = await signedIn()
  const renewal = await renewAccess(token)
  const next = renewal.ok ? renewal.value.refreshToken : ''
  expect(JSON.parse((await redis()?.get(key)) ?? '{}')).toMatchObject({ tokenHash: hashToken(next) })
  await endDevice(device)
  expect(await redis()?.exists(key)).toBe(0)
  expect(await isDeviceLive(device)).toBe(false)
})

withRedis('a device that Redis has lost comes back from its row', async () => {
  const { device, key } = await signedIn()
  await redis()?.flushall()
  expect(await isDeviceLive(device)).toBe(true)
  expect(await redis()?.exists(key)).toBe(1)
})

withRedis('tries are counted in Redis, for all processes together', async () => {
  await takeToken('signIn', 'maya')
  const keys = (await redis()?.keys('limit:signIn*')) ?? []
  expect(keys).toHaveLength(1)
  await resetLimit('signIn', 'maya')
  expect(await redis()?.exists(keys[0] ?? '')).toBe(0)
})

withRedis('while Redis is gone, the database answers and tries are counted, without waiting', async () => {
  const { device, token } = await signedIn()
  await server?.kill()
  await until(() => redis()?.status !== 'ready')

  const startedAt = performance.now()
  expect(await isDeviceLive(device)).toBe(true)
  const renewal = await renewAccess(token)
  expect(renewal.ok).toBe(true)
  const other = await signedIn()
  await endDevice(other.device)
  expect(await isDeviceLive(other.device)).toBe(false)
  const left = []
  for (let n = 0; n < 6; n++) left.push(await countTry('signIn', 'leo'))
  expect(left.map((one) => one.isAllowed)).toEqual([true, true, true, true, true, false])
  await resetLimit('signIn', 'leo')
  expect(performance.now() - startedAt).toBeLessThan(1000)

  await server?.start()
  await until(() => redis()?.status === 'ready')
  expect(await isDeviceLive(device)).toBe(true)
  expect(await redis()?.dbsize()).toBeGreaterThan(0)
})
