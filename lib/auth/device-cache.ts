import { z } from 'zod'
import { redis } from '@/lib/redis'
import { ACCESS_SECONDS } from './access-token'
import type { Device } from './refresh-token'

const state = z.object({
  tokenHash: z.string(),
  previousHash: z.string().nullable(),
  rotatedAt: z.number(),
  expiresAt: z.number(),
})
/** What Redis keeps of a live device; times in ms since the epoch. */
export type DeviceState = z.infer<typeof state>

// An end that Redis did not hear of (it was away) must not be forgotten for days.
const entry = state.extend({ confirmedAt: z.number() })
const TRUST_MS = ACCESS_SECONDS * 1000

/** Null when Redis does not know, is away, or has not heard from the database for an access token's lifetime. */
export async function cachedDevice(device: Device, now: Date): Promise<DeviceState | null> {
  const text = await redis()
    ?.get(keyOf(device))
    .catch(() => null)
  if (!text) return null
  const found = entry.parse(JSON.parse(text))
  return now.getTime() - found.confirmedAt < TRUST_MS ? found : null
}

export async function cacheDevice(device: Device, state: DeviceState, now: Date) {
  const value = JSON.stringify({ ...state, confirmedAt: now.getTime() })
  await redis()
    ?.set(keyOf(device), value, 'PXAT', state.expiresAt)
    .catch(() => null)
}

export async function forgetDevices(devices: Device[]) {
  if (devices.length === 0) return
  await redis()
    ?.del(devices.map(keyOf))
    .catch(() => null)
}

function keyOf({ userId, deviceId }: Device): string {
  return `session:${userId}:${deviceId}`
}
