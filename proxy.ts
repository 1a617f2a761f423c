import { randomBytes, randomUUID } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isSecure } from '@/app/_server/origin'
import { isForRealtime, realtimeUrl } from '@/app/_server/realtime-url'
import { renewCookies } from '@/app/_server/renew-cookies'
import {
  DATA_POLICY,
  NONCE_HEADER,
  OFFLINE_POLICY,
  PATH_HEADER,
  pagePolicy,
  setSecurityHeaders,
} from '@/app/_server/security-headers'

const OFFLINE_PATH = '/offline.html'
/** No page has this address. */
const NOWHERE = '/nowhere'

/** Before every page and route handler: access is renewed when it has run out, and the browser told what may run. */
export async function proxy(request: NextRequest) {
  const { search } = request.nextUrl
  // The router would fail at an address that is not written correctly, as if the fault were ours: nothing is there.
  const isWritten = isDecodable(request.nextUrl.pathname)
  const pathname = isWritten ? request.nextUrl.pathname : NOWHERE
  if (isForRealtime(pathname)) return NextResponse.rewrite(realtimeUrl(pathname + search))
  const secure = isSecure(request)
  const headers = new Headers(request.headers)
  headers.set('x-request-id', headers.get('x-request-id') ?? randomUUID())
  headers.set(PATH_HEADER, pathname + search)

  const renewed = changesCookies(pathname) ? null : await renewCookies(request.headers.get('cookie'), secure)
  if (renewed) headers.set('cookie', renewed.header)

  const isData = pathname.startsWith('/api/')
  const nonce = randomBytes(16).toString('base64')
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? ''
  const policy = isData ? DATA_POLICY : pathname === OFFLINE_PATH ? OFFLINE_POLICY : pagePolicy(nonce, host, secure)
  if (!isData) {
    headers.set(NONCE_HEADER, nonce)
    headers.set('content-security-policy', policy)
  }

  const response = isWritten
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL(NOWHERE, request.url), { request: { headers } })
  response.headers.set('content-security-policy', policy)
  setSecurityHeaders(response.headers, secure)
  for (const cookie of renewed?.set ?? []) response.headers.append('set-cookie', cookie)
  return response
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

// Signing in and out set the same cookies themselves.
function changesCookies(pathname: string): boolean {
  return pathname.startsWith('/api/auth/callback') || pathname === '/api/auth/signout'
}

export const config = {
  // Not for what is the same for everybody, nor for uploads: their bodies must not be held back here.
  matcher: [
    '/((?!_next/|covers/|api/uploads|api/playlists/import|.*\\.(?:svg|png|ico|webmanifest|woff2|txt|js)$).*)',
    '/media/:path*',
  ],
}
