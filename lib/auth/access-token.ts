import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '@/lib/env'

/** A device that was ended keeps reading for at most this long; its writes are refused at once. */
export const ACCESS_SECONDS = 15 * 60

const claims = z.object({
  sub: z.uuid(),
  deviceId: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  role: z.enum(['user', 'moderator', 'admin']),
})
export type AccessClaims = z.infer<typeof claims>

/** Next-auth's own session token, so that its routes and ours read the same cookie. */
export function mintAccessToken(token: AccessClaims): Promise<string> {
  return encode({ token, secret: env().AUTH_SECRET, maxAge: ACCESS_SECONDS })
}

/** Null when it has expired or is not ours. */
export async function readAccessToken(token: string): Promise<AccessClaims | null> {
  try {
    const result = claims.safeParse(await decode({ token, secret: env().AUTH_SECRET }))
    return result.success ? result.data : null
  } catch {
    return null
  }
}
