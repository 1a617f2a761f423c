import { z } from 'zod'
import { sign, verify } from './signing'

const claims = z.object({ guestId: z.uuid() })

/** What the guest cookie holds. It names a guest in whichever rooms they join, and nobody else. */
export function signGuestToken(guestId: string): Promise<string> {
  return sign('guest', { guestId })
}

export async function readGuestToken(token: string): Promise<string | null> {
  const result = claims.safeParse(await verify('guest', token))
  return result.success ? result.data.guestId : null
}
