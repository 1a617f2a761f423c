import { db } from '@/lib/db'
import { cacheDevice, cachedDevice, type DeviceState, forgetDevices } from './device-cache'
import { type Device, firstRefreshToken, hashToken } from './refresh-token'

export const REFRESH_SECONDS = 7 * 24 * 60 * 60

/** How long the account remembers a browser that is signed in no more: as one that knew the password. */
const REMEMBER_MS = 90 * 24 * 60 * 60 * 1000

/** Signs the device in (again) and gives its first refresh token. */
export async function startDevice(device: Device, userAgent: string, now = new Date()): Promise<string> {
  const refreshToken = await firstRefreshToken(device)
  const fields = {
    refreshTokenHash: hashToken(refreshToken),
    previousTokenHash: null,
    rotatedAt: now,
    userAgent: userAgent.slice(0, 512),
    createdAt: now,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + REFRESH_SECONDS * 1000),
    revokedAt: null,
  }
  const row = await db().deviceSession.upsert({
    where: { userId_deviceId: device },
    create: { ...device, ...fields },
    update: fields,
  })
  await cacheDevice(device, stateOf(row), now)
  await db().deviceSession.deleteMany({
    where: { userId: device.userId, expiresAt: { lt: new Date(now.getTime() - REMEMBER_MS) } },
  })
  return refreshToken
}

/** The device's state while it is signed in: from Redis, else from its row. */
export async function liveDevice(device: Device, now = new Date()): Promise<DeviceState | null> {
  const cached = await cachedDevice(device, now)
  if (cached && cached.expiresAt > now.getTime()) return cached
  const row = await db().deviceSession.findUnique({ where: { userId_deviceId: device } })
  if (!row || row.revokedAt || row.expiresAt <= now) return null
  const state = stateOf(row)
  await cacheDevice(device, state, now)
  return state
}

/** False if the user does not have this device. */
export async function endDevice(device: Device, now = new Date()): Promise<boolean> {
  const { count } = await db().deviceSession.updateMany({
    where: { ...device, revokedAt: null },
    data: { revokedAt: now, previousTokenHash: null },
  })
  await forgetDevices([device])
  return count > 0
}

export async function endOtherDevices({ userId, deviceId }: Device, now = new Date()): Promise<number> {
  const ended = await db().deviceSession.updateManyAndReturn({
    where: { userId, deviceId: { not: deviceId }, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now, previousTokenHash: null },
    select: { userId: true, deviceId: true },
  })
  await forgetDevices(ended)
  return ended.length
}

export function stateOf(row: {
  refreshTokenHash: string
  previousTokenHash: string | null
  rotatedAt: Date
  expiresAt: Date
}): DeviceState {
  return {
    tokenHash: row.refreshTokenHash,
    previousHash: row.previousTokenHash,
    rotatedAt: row.rotatedAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
  }
}
