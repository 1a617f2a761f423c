/** Next-auth's names; behind TLS it prefixes its own. */
export const ACCESS_COOKIE = 'next-auth.session-token'
export const SECURE_ACCESS_COOKIE = `__Secure-${ACCESS_COOKIE}`
export const REFRESH_COOKIE = 'earshot-refresh'
/** Names the browser among a user's devices; survives sign-outs. */
export const DEVICE_COOKIE = 'earshot-device'
export const GUEST_COOKIE = 'earshot-guest'

export const YEAR_SECONDS = 365 * 24 * 60 * 60

export function parseCookies(header: string | null): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at > 0) cookies.set(part.slice(0, at).trim(), decode(part.slice(at + 1).trim()))
  }
  return cookies
}

export function accessCookieName(isSecure: boolean): string {
  return isSecure ? SECURE_ACCESS_COOKIE : ACCESS_COOKIE
}

export type Cookie = { name: string; value: string; maxAge: number }

/** A Set-Cookie header. Every cookie of ours is out of reach of scripts and of other sites' forms. */
export function serializeCookie({ name, value, maxAge }: Cookie, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : ''
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}

export function clearedCookie(name: string): Cookie {
  return { name, value: '', maxAge: 0 }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
