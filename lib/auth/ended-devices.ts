import { db } from '@/lib/db'
import type { Device } from './refresh-token'

/** Those of the devices that are no longer signed in, in one query: for connections that outlive their cookies. */
export function endedDevices(devices: Device[]): Promise<Device[]> {
  const userIds = devices.map(({ userId }) => userId)
  const deviceIds = devices.map(({ deviceId }) => deviceId)
  return db().$queryRaw<Device[]>`
    SELECT d."userId", d."deviceId" FROM unnest(${userIds}::uuid[], ${deviceIds}::uuid[]) AS d("userId", "deviceId")
    LEFT JOIN "DeviceSession" s ON s."userId" = d."userId" AND s."deviceId" = d."deviceId"
    WHERE s."userId" IS NULL OR s."revokedAt" IS NOT NULL OR s."expiresAt" <= now()`
}
