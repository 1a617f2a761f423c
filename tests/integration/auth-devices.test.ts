import { expect, test } from 'vitest'
import { readAccessToken } from '@/lib/auth/access-token'
import { endDevice, endOtherDevices, startDevice } from '@/lib/auth/devices'
import { devicesOf, hasDevice } from '@/lib/auth/queries'
import { type Device, hashToken } from '@/lib/auth/refresh-token'
import { renewAccess } from '@/lib/auth/renewal'
import { sign } from '@/lib/auth/signing'
import { isDeviceLive } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { createUser } from '@/tests/factories/users'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
// Now, since `isDeviceLive` looks at the clock.
const start = new Date()
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const DAY = 24 * 60 * 60

async function signedIn(now = start) {
  const user = await createUser()
  const device: Device = { userId: user.id, deviceId: crypto.randomUUID() }
  return { user, device, token: await startDevice(device, FIREFOX, now) }
}

/** The token that a renewal gave, or the code of its refusal. */
async function renew(token: string, now: Date): Promise<string> {
  const result = await renewAccess(token, now)
  return result.ok ? result.value.refreshToken : result.refusal.code
}

const rowOf = (device: Device) => db().deviceSession.findUniqueOrThrow({ where: { userId_deviceId: device } })

test('a refresh token gives access and its successor, and only its hash is kept', async () => {
  const { user, device, token } = await signedIn()
  const result = await renewAccess(token, after(60))
  if (!result.ok) throw new Error(result.refusal.message)
  expect(result.value.refreshToken).not.toBe(token)
  expect(await readAccessToken(result.value.accessToken)).toEqual({
    sub: user.id,
    deviceId: device.deviceId,
    username: user.username,
    displayName: user.displayName,
    role: 'user',
  })
  const row = await rowOf(device)
  expect(row.refreshTokenHash).toBe(hashToken(result.value.refreshToken))
  expect(row.previousTokenHash).toBe(hashToken(token))
  expect(row.lastUsedAt).toEqual(after(60))
})

test('a device that is used stays for good; one that is not, for seven days', async () => {
  const used = await signedIn()
  let token = used.token
  for (let day = 6; day <= 30; day += 6) token = await renew(token, after(day * DAY))
  expect(token).toMatch(/\./)
  const idle = await signedIn()
  expect(await renew(idle.token, after(7 * DAY + 1))).toBe('session_ended')
})

test('parallel requests that renew with one token all get access and the same successor', async () => {
  const { device, token } = await signedIn()
  const successors = await Promise.all(Array.from({ length: 20 }, () => renew(token, after(60))))
  expect(new Set(successors).size).toBe(1)
  expect(successors[0]).not.toBe('session_ended')
  expect(await renew(token, after(85))).toBe(successors[0])
  expect(await isDeviceLive(device)).toBe(true)
})

test('a token that was rotated away longer ago ends the device, for the thief and the owner', async () => {
  const { device, token } = await signedIn()
  const successor = await renew(token, after(60))
  expect(await renew(token, after(91))).toBe('session_ended')
  expect((await rowOf(device)).revokedAt).toEqual(after(91))
  expect(await renew(successor, after(92))).toBe('session_ended')
  expect(await isDeviceLive(device)).toBe(false)
})

test('a token from two rotations ago ends the device even within the grace', async () => {
  const { token } = await signedIn()
  const second = await renew(token, after(1))
  const third = await renew(second, after(2))
  expect(await renew(token, after(3))).toBe('session_ended')
  expect(await renew(third, after(4))).toBe('session_ended')
})

test('a token that we never made is refused and ends nothing', async () => {
  const { device, token } = await signedIn()
  const other = await signedIn()
  const forged = [
    'nonsense',
    `${token.slice(0, -2)}xx`,
    token
      .split('.')
      .with(1, other.token.split('.')[1] ?? '')
      .join('.'),
    await sign('guest', { ...device, secret: 'x' }),
  ]
  for (const one of forged) expect(await renew(one, after(60))).toBe('session_ended')
  expect((await rowOf(device)).revokedAt).toBeNull()
  expect(await renew(token, after(61))).toMatch(/\./)
})

test('an ended device renews no more, and signing in again brings it back', async () => {
  const { device, token } = await signedIn()
  expect(await endDevice(device, after(10))).toBe(true)
  expect(await endDevice(device, after(11))).toBe(false)
  expect(await renew(token, after(12))).toBe('session_ended')
  const again = await startDevice(device, FIREFOX, after(20))
  expect(await renew(again, after(21))).toMatch(/\./)
  expect(await db().deviceSession.count({ where: { userId: device.userId } })).toBe(1)
})

test('the account sees its signed-in devices, the last used first', async () => {
  const { device, token } = await signedIn()
  const phone = { userId: device.userId, deviceId: crypto.randomUUID() }
  const lost = { userId: device.userId, deviceId: crypto.randomUUID() }
  await startDevice(phone, 'curl/8', after(30))
  await startDevice(lost, FIREFOX, after(31))
  await endDevice(lost, after(32))
  await renew(token, after(60))
  expect(await devicesOf(phone, after(61))).toEqual([
    {
      deviceId: device.deviceId,
      browser: 'Firefox',
      system: 'Linux',
      lastUsedAt: after(60).toISOString(),
      createdAt: start.toISOString(),
      isThis: false,
    },
    expect.objectContaining({ deviceId: phone.deviceId, browser: null, system: null, isThis: true }),
  ])
})

test('ending all others leaves this one and other accounts alone', async () => {
  const mine = await signedIn()
  const others = await Promise.all(
    Array.from({ length: 3 }, () =>
      startDevice({ userId: mine.device.userId, deviceId: crypto.randomUUID() }, '', start),
    ),
  )
  const stranger = await signedIn()
  expect(await endOtherDevices(mine.device, after(1))).toBe(3)
  for (const token of others) expect(await renew(token, after(2))).toBe('session_ended')
  expect(await renew(mine.token, after(2))).toMatch(/\./)
  expect(await renew(stranger.token, after(2))).toMatch(/\./)
})

test('an account that is gone has no access', async () => {
  const { user, token } = await signedIn()
  await db().user.delete({ where: { id: user.id } })
  expect(await renew(token, after(1))).toBe('session_ended')
})

test('the account forgets a browser that has not signed in for months', async () => {
  const { device } = await signedIn()
  const other = { userId: device.userId, deviceId: crypto.randomUUID() }
  await startDevice(other, FIREFOX, after(90 * DAY))
  expect(await hasDevice(device)).toBe(true)
  await startDevice(other, FIREFOX, after(98 * DAY))
  expect(await hasDevice(device)).toBe(false)
})
