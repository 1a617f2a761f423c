import { type AccessClaims, readAccessToken } from './access-token'
import { ACCESS_COOKIE, GUEST_COOKIE, parseCookies, REFRESH_COOKIE, SECURE_ACCESS_COOKIE } from './cookies'
import { liveDevice } from './devices'
import { readGuestToken } from './guest-token'
import type { Device } from './refresh-token'
import { accessFromRefreshToken } from './renewal'

export { ACCESS_COOKIE, GUEST_COOKIE, REFRESH_COOKIE, SECURE_ACCESS_COOKIE } from './cookies'
export { signGuestToken } from './guest-token'

/** Who is asking. Comes from cookies only, never from a message. */
export type Viewer =
  | {
      kind: 'user'
      userId: string
      username: string
      displayName: string
      role: 'user' | 'moderator' | 'admin'
    }
  | { kind: 'guest'; guestId: string }
  | { kind: 'nobody' }

/** `device` is the signed-in browser: null for guests and nobody. */
export type Identity = { viewer: Viewer; device: Device | null }

export async function viewerFromCookies(cookieHeader: string | null): Promise<Viewer> {
  return (await identityFromCookies(cookieHeader)).viewer
}

/** The viewer with their device, for whoever must know whether it is still signed in (`isDeviceLive`). */
export async function identityFromCookies(cookieHeader: string | null): Promise<Identity> {
  const cookies = parseCookies(cookieHeader)
  const access = cookies.get(SECURE_ACCESS_COOKIE) ?? cookies.get(ACCESS_COOKIE)
  const refresh = cookies.get(REFRESH_COOKIE)
  const claims = (access && (await readAccessToken(access))) || (refresh && (await accessFromRefreshToken(refresh)))
  if (claims) return { viewer: userOf(claims), device: { userId: claims.sub, deviceId: claims.deviceId } }
  const guest = cookies.get(GUEST_COOKIE)
  const guestId = guest ? await readGuestToken(guest) : null
  return { viewer: guestId ? { kind: 'guest', guestId } : { kind: 'nobody' }, device: null }
}

/** False once the device was signed out, ended from another one, or its token was copied. */
export async function isDeviceLive(device: Device): Promise<boolean> {
  return (await liveDevice(device)) !== null
}

/** The id that a membership hangs on: the user's or the guest's. */
export function personIdOf(viewer: Viewer): string | null {
  if (viewer.kind === 'user') return viewer.userId
  return viewer.kind === 'guest' ? viewer.guestId : null
}

function userOf({ sub, username, displayName, role }: AccessClaims): Viewer {
  return { kind: 'user', userId: sub, username, displayName, role }
}
