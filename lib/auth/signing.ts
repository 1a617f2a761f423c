import { jwtVerify, SignJWT } from 'jose'
import { env } from '@/lib/env'

type Purpose = 'guest' | 'refresh'

/** Signs claims for one purpose: a token made for another never passes. The same claims give the same token. */
export function sign(purpose: Purpose, claims: Record<string, string>): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setAudience(`earshot:${purpose}`).sign(key())
}

/** Null for whatever we did not sign for this purpose. */
export async function verify(purpose: Purpose, token: string): Promise<Record<string, unknown> | null> {
  try {
    const { payload } = await jwtVerify(token, key(), { algorithms: ['HS256'], audience: `earshot:${purpose}` })
    return payload
  } catch {
    return null
  }
}

function key(): Uint8Array {
  return new TextEncoder().encode(env().AUTH_SECRET)
}
