import {
  accessCookieName,
  type Cookie,
  clearedCookie,
  GUEST_COOKIE,
  REFRESH_COOKIE,
  serializeCookie,
  YEAR_SECONDS,
} from '@/lib/auth/cookies'
import { signGuestToken } from '@/lib/auth/guest-token'
import { isSecure } from './origin'

/** The Set-Cookie header that makes this browser the guest. */
export async function guestCookie(guestId: string, request: Request): Promise<string> {
  const value = await signGuestToken(guestId)
  return setCookieHeader({ name: GUEST_COOKIE, value, maxAge: YEAR_SECONDS }, request)
}

/** The Set-Cookie headers of a browser that is signed in no more. */
export function signedOutCookies(request: Request): string[] {
  const names = [accessCookieName(isSecure(request)), REFRESH_COOKIE]
  return names.map((name) => setCookieHeader(clearedCookie(name), request))
}

export function setCookieHeader(cookie: Cookie, request: Request): string {
  return serializeCookie(cookie, isSecure(request))
}
