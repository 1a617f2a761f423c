import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { AccessClaims } from '@/lib/auth/access-token'
import {
  type Cookie,
  clearedCookie,
  DEVICE_COOKIE,
  GUEST_COOKIE,
  parseCookies,
  REFRESH_COOKIE,
  YEAR_SECONDS,
} from '@/lib/auth/cookies'
import { endDevice, REFRESH_SECONDS, startDevice } from '@/lib/auth/devices'
import { readGuestToken } from '@/lib/auth/guest-token'
import { signIn } from '@/lib/auth/mutations'
import { accessClaims } from '@/lib/auth/renewal'
import { signInInput } from '@/lib/auth/schema'
import { identityFromCookies } from '@/lib/auth/viewer'
import { warmFor } from '@/lib/cache/warm'
import { log } from '@/lib/log'
import { ok, type Result, refuse } from '@/lib/result'
import { claimGuestMemberships } from '@/lib/rooms/claim'
import { addressOf } from './origin'

export type Entered = { access: AccessClaims; cookies: Cookie[] }

const nothingTyped = refuse('invalid_input', 'Type your email or username, and your password.')

/** A sign-in: checks the password, signs this browser in as a device, and gives the account what its guest had. */
export async function enter(request: Request, credentials: unknown): Promise<Result<Entered>> {
  const input = signInInput.safeParse(credentials)
  if (!input.success) return nothingTyped
  const cookies = parseCookies(request.headers.get('cookie'))
  const known = z.uuid().safeParse(cookies.get(DEVICE_COOKIE))
  const attempt = { ...input.data, address: addressOf(request), deviceId: known.data ?? null }
  const account = await signIn(attempt)
  if (!account.ok) return account

  const device = { userId: account.value, deviceId: known.data ?? randomUUID() }
  await leaveAccountBefore(request, device.userId)
  const refreshToken = await startDevice(device, request.headers.get('user-agent') ?? '')
  const access = await accessClaims(device)
  if (!access) return nothingTyped
  warmFor(device.userId)
  const hasClaimed = await claimGuest(cookies.get(GUEST_COOKIE), device.userId)
  return ok({
    access,
    cookies: [
      { name: REFRESH_COOKIE, value: refreshToken, maxAge: REFRESH_SECONDS },
      { name: DEVICE_COOKIE, value: device.deviceId, maxAge: YEAR_SECONDS },
      ...(hasClaimed ? [clearedCookie(GUEST_COOKIE)] : []),
    ],
  })
}

/** Somebody else may have been signed in with this browser: its cookies are about to go, so is that session. */
async function leaveAccountBefore(request: Request, userId: string) {
  const { device } = await identityFromCookies(request.headers.get('cookie'))
  if (device && device.userId !== userId) await endDevice(device)
}

/** False leaves the guest cookie where it is, so that the next sign-in tries again. */
async function claimGuest(token: string | undefined, userId: string): Promise<boolean> {
  const guestId = token ? await readGuestToken(token) : null
  if (!guestId) return false
  try {
    await claimGuestMemberships({ guestId, userId })
    return true
  } catch (error) {
    log.error({ err: error, guestId, userId }, "A guest's memberships could not be claimed")
    return false
  }
}
