import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { mintAccessToken } from '@/lib/auth/access-token'
import { endDevice, startDevice } from '@/lib/auth/devices'
import { accessClaims } from '@/lib/auth/renewal'
import { viewerFromCookies } from '@/lib/auth/viewer'
import { proxy } from '@/proxy'
import { createUser } from '@/tests/factories/users'

async function signedIn() {
  const user = await createUser()
  const device = { userId: user.id, deviceId: crypto.randomUUID() }
  return { user, device, refresh: await startDevice(device, 'Firefox') }
}

const ask = (cookie: string, path = '/dashboard', headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://earshot.test${path}`, { headers: { host: 'earshot.test', cookie, ...headers } }))

// How Next hands a proxy's request headers on to the handler.
const downstreamCookies = (response: Response) => response.headers.get('x-middleware-request-cookie')

test('a browser with a refresh token only gets access, in this request and for the next', async () => {
  const { user, refresh } = await signedIn()
  const response = await ask(`theme=dark; earshot-refresh=${refresh}`)
  const set = response.headers.getSetCookie()
  expect(set.map((cookie) => cookie.split('=')[0])).toEqual(['next-auth.session-token', 'earshot-refresh'])
  for (const cookie of set) expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/)
  expect(downstreamCookies(response)).toContain('theme=dark')
  expect(await viewerFromCookies(downstreamCookies(response))).toMatchObject({ kind: 'user', userId: user.id })
  const kept = set.map((cookie) => cookie.split(';')[0]).join('; ')
  expect(await viewerFromCookies(kept)).toMatchObject({ kind: 'user', userId: user.id })
})

test('behind TLS the cookies are for TLS only', async () => {
  const { refresh } = await signedIn()
  const response = await ask(`earshot-refresh=${refresh}`, '/', { 'x-forwarded-proto': 'https' })
  const set = response.headers.getSetCookie()
  expect(set[0]).toMatch(/^__Secure-next-auth\.session-token=/)
  for (const cookie of set) expect(cookie).toMatch(/; Secure$/)
  expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect((await ask('')).headers.get('strict-transport-security')).toBeNull()
})

test('whoever has access, or nothing to renew it with, keeps their cookies', async () => {
  const { device, refresh } = await signedIn()
  const claims = await accessClaims(device)
  if (!claims) throw new Error('no account')
  const access = await mintAccessToken(claims)
  for (const cookie of ['', 'theme=dark', `next-auth.session-token=${access}; earshot-refresh=${refresh}`]) {
    expect((await ask(cookie)).headers.getSetCookie()).toEqual([])
  }
})

test('a browser whose device was ended loses its cookies', async () => {
  const { device, refresh } = await signedIn()
  await endDevice(device)
  const response = await ask(`theme=dark; earshot-refresh=${refresh}`)
  expect(response.headers.getSetCookie().every((cookie) => cookie.includes('Max-Age=0'))).toBe(true)
  expect(downstreamCookies(response)).toBe('theme=dark')
})

test('signing in and out set their cookies themselves', async () => {
  const { refresh } = await signedIn()
  for (const path of ['/api/auth/callback/credentials', '/api/auth/signout']) {
    expect((await ask(`earshot-refresh=${refresh}`, path)).headers.getSetCookie()).toEqual([])
  }
})

test('each page gets a nonce of its own, and data runs nothing', async () => {
  const [first, second, data] = [await ask('', '/'), await ask('', '/'), await ask('', '/api/health')]
  const nonceOf = (response: Response) =>
    /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
  expect(nonceOf(first)).toBeTruthy()
  expect(nonceOf(first)).not.toBe(nonceOf(second))
  expect(first.headers.get('x-middleware-request-x-nonce')).toBe(nonceOf(first))
  expect(data.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
  expect(data.headers.get('x-content-type-options')).toBe('nosniff')
})
