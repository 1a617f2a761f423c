import { ACCESS_SECONDS, readAccessToken } from '@/lib/auth/access-token'
import {
  accessCookieName,
  type Cookie,
  clearedCookie,
  parseCookies,
  REFRESH_COOKIE,
  serializeCookie,
} from '@/lib/auth/cookies'
import { REFRESH_SECONDS } from '@/lib/auth/devices'
import { renewAccess } from '@/lib/auth/renewal'
import { log } from '@/lib/log'

export type RenewedCookies = {
  /** The Cookie header that the rest of this request must see. */
  header: string
  /** The Set-Cookie headers that the browser must get. */
  set: string[]
}

/** New cookies for a browser whose access has run out and whose refresh token is there; null if nothing is to do. */
export async function renewCookies(cookieHeader: string | null, isSecure: boolean): Promise<RenewedCookies | null> {
  const cookies = parseCookies(cookieHeader)
  const access = cookies.get(accessCookieName(isSecure))
  const refresh = cookies.get(REFRESH_COOKIE)
  if (!refresh || (access && (await readAccessToken(access)))) return null
  const changed = await changedCookies(refresh, accessCookieName(isSecure))
  for (const { name, value } of changed) {
    if (value) cookies.set(name, value)
    else cookies.delete(name)
  }
  const header = [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ')
  return { header, set: changed.map((cookie) => serializeCookie(cookie, isSecure)) }
}

async function changedCookies(refresh: string, accessName: string): Promise<Cookie[]> {
  try {
    const renewal = await renewAccess(refresh)
    if (!renewal.ok) return [clearedCookie(accessName), clearedCookie(REFRESH_COOKIE)]
    return [
      { name: accessName, value: renewal.value.accessToken, maxAge: ACCESS_SECONDS },
      { name: REFRESH_COOKIE, value: renewal.value.refreshToken, maxAge: REFRESH_SECONDS },
    ]
  } catch (error) {
    // Whoever answers the request says so; the cookies stay as they are for the next one.
    log.error({ err: error }, 'Access could not be renewed')
    return []
  }
}
