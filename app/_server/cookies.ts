import { GUEST_COOKIE, serializeCookie, YEAR_SECONDS } from '@/lib/auth/cookies'
import { signGuestToken } from '@/lib/auth/guest-token'
import { isSecure } from './origin'

/** The Set-Cookie header that makes this browser the guest. */
export async function guestCookie(guestId: string, request: Request): Promise<string> {
  const value = await signGuestToken(guestId)
  return serializeCookie({ name: GUEST_COOKIE, value, maxAge: YEAR_SECONDS }, isSecure(request))
}
