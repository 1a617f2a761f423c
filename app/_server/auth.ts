// Next-auth behind one file: the rest of the product knows cookies, devices and accounts only.
import type { NextRequest } from 'next/server'
import NextAuth, { type AuthOptions } from 'next-auth'
import { encode, type JWT } from 'next-auth/jwt'
import CredentialsProvider from 'next-auth/providers/credentials'
import { ACCESS_SECONDS } from '@/lib/auth/access-token'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Refusal } from '@/lib/result'
import { type Entered, enter } from './enter'
import { isSecure } from './origin'

// Phones on the LAN sign in at this machine's address: next-auth takes it from the request, and reads only this.
process.env.AUTH_TRUST_HOST ??= 'true'

type Context = { params: Promise<{ nextauth: string[] }> }

/** Next-auth's answer, and what became of a sign-in that it carried; a bug in there is thrown. */
export async function askNextAuth(request: NextRequest, context: Context) {
  const outcome: { entered?: Entered; refusal?: Refusal; bug?: unknown } = {}
  const authorize = async (credentials: unknown) => {
    try {
      const result = await enter(request, credentials)
      if (result.ok) outcome.entered = result.value
      else outcome.refusal = result.refusal
    } catch (error) {
      // Next-auth would show the message of whatever is thrown here to whoever asks.
      outcome.bug = error
    }
    if (!outcome.entered) throw new Error(outcome.refusal?.message ?? 'Signing in failed.')
    return { id: outcome.entered.access.sub, ...outcome.entered.access }
  }
  const response: Response = await NextAuth(request, context, options(request, authorize))
  if (outcome.bug) throw outcome.bug
  return { response, ...outcome }
}

type Authorize = (credentials: unknown) => Promise<{ id: string }>

function options(request: NextRequest, authorize: Authorize): AuthOptions {
  const secret = env().AUTH_SECRET
  return {
    secret,
    useSecureCookies: isSecure(request),
    session: { strategy: 'jwt', maxAge: ACCESS_SECONDS },
    pages: { signIn: '/login', error: '/login', signOut: '/' },
    providers: [
      CredentialsProvider({
        credentials: { login: { label: 'Email or username' }, password: { type: 'password' } },
        authorize,
      }),
    ],
    jwt: {
      maxAge: ACCESS_SECONDS,
      // Asking for the session must not prolong it: only the device's refresh token does.
      encode: ({ token, maxAge }) =>
        encode({
          token,
          secret,
          maxAge: typeof token?.exp === 'number' ? Math.floor(token.exp - Date.now() / 1000) : maxAge,
        }),
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...user, sub: user.id } : token),
      session: ({ session, token }) => ({ ...session, user: publicUser(token) }),
    },
    logger: {
      error: (code, metadata) => log.error({ code, metadata }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => {},
    },
  }
}

function publicUser({ sub, username, displayName, role }: JWT) {
  return { id: sub, name: String(displayName), username, role }
}
