import { expect, inject, test } from 'vitest'
import { HttpBrowser } from '@/tests/support/http-browser'

const baseUrl = inject('baseUrl')
const ACCESS = 'next-auth.session-token'
const REFRESH = 'earshot-refresh'
const password = 'kitchen at midnight'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

const browser = (headers: Record<string, string> = {}) =>
  new HttpBrowser(baseUrl, { 'user-agent': FIREFOX, ...headers })

async function newAccount() {
  const username = `u${crypto.randomUUID().slice(0, 12)}`
  await browser().signUp({ email: `${username}@example.org`, username, password, displayName: 'Maya' })
  return username
}

async function signedIn(username?: string) {
  const name = username ?? (await newAccount())
  const one = browser()
  const response = await one.signIn(name, password)
  if (response.status !== 200) throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`)
  return { browser: one, username: name }
}

test('sign up, sign in by name or address, see oneself, sign out', async () => {
  const username = await newAccount()
  const maya = browser()
  expect((await maya.ask('GET', '/api/me')).status).toBe(401)
  const response = await maya.signIn(`${username.toUpperCase()}@Example.org`, password)
  expect(response.status).toBe(200)
  expect([...maya.cookies.keys()]).toEqual(expect.arrayContaining([ACCESS, REFRESH, 'earshot-device']))
  for (const cookie of response.headers.getSetCookie()) expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/)

  const me = await (await maya.ask('GET', '/api/me')).json()
  expect(me).toMatchObject({ username, email: `${username}@example.org`, displayName: 'Maya' })
  expect(JSON.stringify(me)).not.toContain('assword')
  expect(await (await maya.ask('GET', '/api/auth/session')).json()).toMatchObject({ user: { id: me.id, name: 'Maya' } })

  const kept = new Map(maya.cookies)
  expect((await maya.signOut()).status).toBe(200)
  expect([...maya.cookies.keys()]).not.toContain(ACCESS)
  expect([...maya.cookies.keys()]).toContain('earshot-device')
  expect((await maya.ask('GET', '/api/me')).status).toBe(401)
  const copied = browser()
  copied.cookies.set(REFRESH, kept.get(REFRESH) ?? '')
  expect((await copied.ask('GET', '/api/me')).status).toBe(401)
})

test('a wrong password counts down, then the account waits', async () => {
  const username = await newAccount()
  const stranger = browser()
  const messages: string[] = []
  for (let n = 0; n < 5; n++) {
    const response = await stranger.signIn(username, 'guess')
    expect(response.status).toBe(401)
    const { url, error } = await response.json()
    expect(error.code).toBe('wrong_credentials')
    expect(new URL(url).searchParams.get('error')).toBe(error.message)
    messages.push(error.message)
  }
  expect(messages[0]).toBe('That name and password do not match. 4 tries left.')
  const locked = await stranger.signIn(username, password)
  expect(locked.status).toBe(429)
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(60)
  expect(stranger.cookies.has(ACCESS)).toBe(false)
})

test('a name that nobody has gets the answer of a wrong password', async () => {
  const username = await newAccount()
  const wrong = await (await browser().signIn(username, 'guess')).json()
  const nobody = await (await browser().signIn(`${username}x`, 'guess')).json()
  expect(nobody).toEqual(wrong)
})

test('signing in without next-auth’s token is refused', async () => {
  const form = new URLSearchParams({ login: 'maya', password, json: 'true' })
  const response = await browser().ask('POST', '/api/auth/callback/credentials', form)
  expect(response.status).toBe(403)
  expect((await response.json()).error.code).toBe('forbidden')
})

test('when access has run out, the same request is answered signed in and the browser gets new cookies', async () => {
  const { browser: maya } = await signedIn()
  const before = maya.cookies.get(REFRESH)
  maya.cookies.delete(ACCESS)
  const response = await maya.ask('GET', '/api/me')
  expect(response.status).toBe(200)
  expect(maya.cookies.has(ACCESS)).toBe(true)
  expect(maya.cookies.get(REFRESH)).not.toBe(before)
  // Written with what was renewed in the same request.
  maya.cookies.delete(ACCESS)
  expect((await maya.ask('DELETE', '/api/me/devices')).status).toBe(200)
})

test('requests in parallel renew together and stay signed in', async () => {
  const { browser: maya } = await signedIn()
  maya.cookies.delete(ACCESS)
  const old = maya.cookies.get(REFRESH) ?? ''
  const tabs = Array.from({ length: 8 }, () => {
    const tab = browser()
    tab.cookies.set(REFRESH, old)
    return tab
  })
  const statuses = await Promise.all(tabs.map(async (tab) => (await tab.ask('GET', '/api/me')).status))
  expect(statuses).toEqual(Array(8).fill(200))
  expect(new Set(tabs.map((tab) => tab.cookies.get(REFRESH))).size).toBe(1)
})

test('a device that another one ends can change nothing from then on, and loses its cookies', async () => {
  const { browser: laptop, username } = await signedIn()
  const { browser: phone } = await signedIn(username)
  const { items } = await (await laptop.ask('GET', '/api/me/devices')).json()
  expect(items).toHaveLength(2)
  expect(items[0]).toEqual({
    deviceId: expect.any(String),
    userAgent: 'Firefox on Linux',
    lastUsedAt: expect.any(String),
    createdAt: expect.any(String),
    isThis: expect.any(Boolean),
  })
  const other = items.find((item: { isThis: boolean }) => !item.isThis)
  expect((await laptop.ask('DELETE', `/api/me/devices/${other.deviceId}`)).status).toBe(204)
  expect((await laptop.ask('DELETE', `/api/me/devices/${other.deviceId}`)).status).toBe(404)

  const refused = await phone.ask('DELETE', '/api/me/devices')
  expect(refused.status).toBe(401)
  expect((await refused.json()).error.code).toBe('session_ended')
  expect([...phone.cookies.keys()]).not.toContain(ACCESS)
  expect((await phone.ask('GET', '/api/me')).status).toBe(401)
  expect((await phone.signIn(username, password)).status).toBe(200)
})

test('one cannot end somebody else’s device', async () => {
  const { browser: maya } = await signedIn()
  const { browser: leo } = await signedIn()
  const { items } = await (await maya.ask('GET', '/api/me/devices')).json()
  expect((await leo.ask('DELETE', `/api/me/devices/${items[0].deviceId}`)).status).toBe(404)
  expect((await leo.ask('DELETE', '/api/me/devices/nonsense')).status).toBe(404)
  expect((await browser().ask('GET', '/api/me/devices')).status).toBe(401)
  expect((await maya.ask('DELETE', '/api/me/devices')).status).toBe(200)
})

test('ending the own device signs out', async () => {
  const { browser: maya } = await signedIn()
  const { items } = await (await maya.ask('GET', '/api/me/devices')).json()
  maya.cookies.delete(ACCESS)
  expect((await maya.ask('DELETE', `/api/me/devices/${items[0].deviceId}`)).status).toBe(204)
  expect([...maya.cookies.keys()].filter((name) => name === ACCESS || name === REFRESH)).toEqual([])
})

test('somebody else who signs in with the same browser ends the session before', async () => {
  const { browser: shared, username } = await signedIn()
  const other = await newAccount()
  expect((await shared.signIn(other, password)).status).toBe(200)
  expect(await (await shared.ask('GET', '/api/me')).json()).toMatchObject({ username: other })
  const { browser: home } = await signedIn(username)
  expect((await (await home.ask('GET', '/api/me/devices')).json()).items).toHaveLength(1)
})

test('another site’s page can change nothing', async () => {
  const { browser: maya } = await signedIn()
  const headers = { origin: 'https://evil.example' }
  const changes: [string, string][] = [
    ['DELETE', '/api/me/devices'],
    ['POST', '/api/users'],
    ['POST', '/api/auth/signout'],
    ['POST', '/api/rooms'],
  ]
  for (const [method, path] of changes) {
    const response = await maya.ask(method, path, method === 'POST' ? {} : undefined, headers)
    expect([path, response.status]).toEqual([path, 403])
  }
  expect((await maya.ask('GET', '/api/me')).status).toBe(200)
})

test('phones sign in at the address that they see, and behind TLS with cookies for TLS only', async () => {
  const username = await newAccount()
  const phone = browser({ 'x-forwarded-host': 'party.example', 'x-forwarded-proto': 'https' })
  const response = await phone.signIn(username, password)
  expect(response.status).toBe(200)
  expect((await response.json()).url).toBe('https://party.example')
  for (const cookie of response.headers.getSetCookie()) expect(cookie).toContain('; Secure')
  expect(phone.cookies.has(`__Secure-${ACCESS}`)).toBe(true)
  expect((await phone.ask('GET', '/api/me')).status).toBe(200)
  const lan = browser({ 'x-forwarded-host': '192.168.1.7:3000' })
  expect((await (await lan.signIn(username, password)).json()).url).toBe('http://192.168.1.7:3000')
})

test('a guest who makes an account and signs in keeps the seat', async () => {
  const { browser: host } = await signedIn()
  const { code } = await (await host.ask('POST', '/api/rooms', { name: 'Kitchen' })).json()
  const guest = browser()
  const joined = await guest.ask('POST', `/api/rooms/${code}/members`, { displayName: 'Ruth' })
  expect(joined.status).toBe(201)
  const { memberId } = await joined.json()
  expect(guest.cookies.has('earshot-guest')).toBe(true)

  const username = await newAccount()
  expect((await guest.signIn(username, password)).status).toBe(200)
  expect(guest.cookies.has('earshot-guest')).toBe(false)
  const { me } = await (await guest.ask('GET', `/api/rooms/${code}`)).json()
  expect(me).toMatchObject({ memberId, isGuest: false })
})

test('a guest cannot act as another guest', async () => {
  const { browser: host } = await signedIn()
  const { code } = await (await host.ask('POST', '/api/rooms', { name: 'Kitchen' })).json()
  const guest = browser()
  await guest.ask('POST', `/api/rooms/${code}/members`, { displayName: 'Ruth' })
  const [header, payload, signature] = (guest.cookies.get('earshot-guest') ?? '').split('.')
  const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())
  const changed = Buffer.from(JSON.stringify({ ...claims, guestId: crypto.randomUUID() })).toString('base64url')
  for (const token of [`${header}.${changed}.${signature}`, `${header}.${payload}.`, claims.guestId]) {
    const forger = browser()
    forger.cookies.set('earshot-guest', token)
    expect((await forger.ask('GET', `/api/rooms/${code}`)).status).toBe(403)
  }
})

test('every script of a page carries the nonce of its policy', async () => {
  for (const path of ['/', '/login', '/register']) {
    const response = await browser().ask('GET', path)
    expect(response.status).toBe(200)
    const policy = response.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1]
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/)
    const scripts = (await response.text()).match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    expect(response.headers.get('strict-transport-security')).toBeNull()
  }
})

test('pages that need an account send people to sign in, and back afterwards', async () => {
  const response = await browser().ask('GET', '/dashboard?from=menu')
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toBe('/login?next=%2Fdashboard%3Ffrom%3Dmenu')
})
