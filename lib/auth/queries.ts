import { db } from '@/lib/db'
import { type BrowserNames, describeBrowser } from './browser'
import type { Device } from './refresh-token'

const profileSelect = {
  id: true,
  email: true,
  username: true,
  displayName: true,
  role: true,
  avatarUrl: true,
  createdAt: true,
} as const

/** A user as they see themselves: with the e-mail address, so for nobody else. */
export function profileOf(userId: string) {
  return db().user.findUnique({ where: { id: userId }, select: profileSelect })
}

/** The user's name and picture as they are now: an access token has the name of when it was made. Null when the account is gone. */
export function faceOf(userId: string) {
  return db().user.findUnique({ where: { id: userId }, select: { displayName: true, avatarUrl: true } })
}

/** Whatever its case; decides nothing, sign-up does. */
export async function isUsernameFree(username: string): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`SELECT 1 FROM "User" WHERE lower("username") = lower(${username})`
  return rows.length === 0
}

type Account = { id: string; passwordHash: string }

/** By e-mail address or username, whatever the case. A username has no @, so at most one account answers. */
export async function accountByLogin(login: string): Promise<Account | null> {
  const rows = await db().$queryRaw<Account[]>`
    SELECT "id", "passwordHash" FROM "User"
    WHERE lower("email") = lower(${login}) OR lower("username") = lower(${login})
    LIMIT 1`
  return rows[0] ?? null
}

/** Which of a refused sign-up's names somebody else has, with a sentence for each. */
export async function takenFields(input: { email: string; username: string }): Promise<Record<string, string>> {
  const [taken] = await db().$queryRaw<{ email: boolean; username: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "User" WHERE lower("email") = lower(${input.email})) AS email,
      EXISTS (SELECT 1 FROM "User" WHERE lower("username") = lower(${input.username})) AS username`
  return {
    ...(taken?.email ? { email: 'This address has an account. Sign in instead.' } : {}),
    ...(taken?.username ? { username: 'Somebody has this name. Take another.' } : {}),
  }
}

/** Whether this browser has ever signed in to the account. */
export async function hasDevice(device: Device): Promise<boolean> {
  const row = await db().deviceSession.findUnique({ where: { userId_deviceId: device }, select: { deviceId: true } })
  return row !== null
}

export type DeviceView = BrowserNames & {
  deviceId: string
  lastUsedAt: string
  createdAt: string
  isThis: boolean
}

/** The browsers that are signed in to the account, last used first. */
export async function devicesOf({ userId, deviceId }: Device, now = new Date()): Promise<DeviceView[]> {
  const rows = await db().deviceSession.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastUsedAt: 'desc' },
    select: { deviceId: true, userAgent: true, lastUsedAt: true, createdAt: true },
  })
  return rows.map((row) => ({
    deviceId: row.deviceId,
    ...describeBrowser(row.userAgent),
    lastUsedAt: row.lastUsedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    isThis: row.deviceId === deviceId,
  }))
}
