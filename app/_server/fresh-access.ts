import { ACCESS_SECONDS, mintAccessToken } from '@/lib/auth/access-token'
import { accessCookieName } from '@/lib/auth/cookies'
import type { Device } from '@/lib/auth/refresh-token'
import { accessClaims } from '@/lib/auth/renewal'
import { setCookieHeader } from './cookies'
import { isSecure } from './origin'

/** The Set-Cookie headers by which this browser knows the account as it is now: the token carries the name. */
export async function freshAccessCookies(request: Request, device: Device): Promise<string[]> {
  const claims = await accessClaims(device)
  if (!claims) return []
  const value = await mintAccessToken(claims)
  return [setCookieHeader({ name: accessCookieName(isSecure(request)), value, maxAge: ACCESS_SECONDS }, request)]
}
