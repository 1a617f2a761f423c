import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { ok, type Result, refuse } from '@/lib/result'
import { type AccessClaims, mintAccessToken } from './access-token'
import { cacheDevice, type DeviceState } from './device-cache'
import { endDevice, liveDevice, REFRESH_SECONDS, stateOf } from './devices'
import { profileOf } from './queries'
import { type Device, hashToken, nextRefreshToken, readRefreshToken } from './refresh-token'

/** Requests that were under way while another one rotated may still bring the token before. */
const GRACE_MS = 30_000

export type Renewal = { access: AccessClaims; accessToken: string; refreshToken: string }

/**
 * Rotates the refresh token and gives a new access token. Refuses `session_ended`; a token that was rotated
 * away longer ago than the grace has been copied, so its device ends.
 */
export async function renewAccess(refreshToken: string, now = new Date()): Promise<Result<Renewal>> {
  const claims = await readRefreshToken(refreshToken)
  if (!claims) return ended
  const { userId, deviceId } = claims
  const device = { userId, deviceId }
  const next = await nextRefreshToken(claims)
  const isCurrent = (await rotate(device, refreshToken, next, now)) || (await isInGrace(device, refreshToken, now))
  if (!isCurrent) return ended
  const access = await accessClaims(device)
  return access ? ok({ access, accessToken: await mintAccessToken(access), refreshToken: next }) : ended
}

/** Whom a refresh token speaks for, without rotating it; null unless its device is signed in with it. */
export async function accessFromRefreshToken(refreshToken: string, now = new Date()): Promise<AccessClaims | null> {
  const claims = await readRefreshToken(refreshToken)
  if (!claims) return null
  const device = { userId: claims.userId, deviceId: claims.deviceId }
  const state = await liveDevice(device, now)
  return state && accepts(state, hashToken(refreshToken), now) ? accessClaims(device) : null
}

export async function accessClaims({ userId, deviceId }: Device): Promise<AccessClaims | null> {
  const profile = await profileOf(userId)
  if (!profile) return null
  const { username, displayName, role } = profile
  return { sub: userId, deviceId, username, displayName, role }
}

// The row decides who rotates, however many processes try.
async function rotate(device: Device, token: string, next: string, now: Date): Promise<boolean> {
  const [row] = await db().deviceSession.updateManyAndReturn({
    where: { ...device, refreshTokenHash: hashToken(token), revokedAt: null, expiresAt: { gt: now } },
    data: {
      refreshTokenHash: hashToken(next),
      previousTokenHash: hashToken(token),
      rotatedAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + REFRESH_SECONDS * 1000),
    },
  })
  if (!row) return false
  await cacheDevice(device, stateOf(row), now)
  return true
}

async function isInGrace(device: Device, token: string, now: Date): Promise<boolean> {
  const row = await db().deviceSession.findUnique({ where: { userId_deviceId: device } })
  if (!row || row.revokedAt || row.expiresAt <= now) return false
  if (accepts(stateOf(row), hashToken(token), now)) return true
  log.warn(device, 'A refresh token was used again: the device is signed out')
  await endDevice(device, now)
  return false
}

function accepts(state: DeviceState, hash: string, now: Date): boolean {
  if (hash === state.tokenHash) return true
  return hash === state.previousHash && now.getTime() - state.rotatedAt <= GRACE_MS
}

const ended = refuse('session_ended', 'You were signed out on this device. Sign in again to go on.')
