import { createHash, createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { env } from '@/lib/env'
import { sign, verify } from './signing'

const claims = z.object({ userId: z.uuid(), deviceId: z.uuid(), secret: z.string() })
type RefreshClaims = z.infer<typeof claims>

export type Device = { userId: string; deviceId: string }

export function firstRefreshToken({ userId, deviceId }: Device): Promise<string> {
  return sign('refresh', { userId, deviceId, secret: randomBytes(32).toString('base64url') })
}

/**
 * The token that follows in a rotation. It is derived, not drawn: parallel requests that rotate the same token
 * get the same successor, and a browser that lost one answer gets it again.
 */
export function nextRefreshToken({ userId, deviceId, secret }: RefreshClaims): Promise<string> {
  const next = createHmac('sha256', env().AUTH_SECRET).update(`refresh:${secret}`).digest('base64url')
  return sign('refresh', { userId, deviceId, secret: next })
}

export async function readRefreshToken(token: string): Promise<RefreshClaims | null> {
  const result = claims.safeParse(await verify('refresh', token))
  return result.success ? result.data : null
}

/** What the database and Redis keep of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
