import { expect, inject, test } from 'vitest'
import { HttpBrowser, newAccount, PASSWORD, signedInBrowser } from '@/tests/support/http-browser'

const baseUrl = inject('baseUrl')
const ACCESS = 'next-auth.session-token'
const REFRESH = 'earshot-refresh'

const browser = (headers: Record<string, string> = {}) => new HttpBrowser(baseUrl, headers)

test('sign up, sign in by name or address, see oneself, sign out', async () => {
  const username = await newAccount(baseUrl)
  const maya = browser()
  expect((await maya.ask('GET', '/api/me')).status).toBe(401)
  const response = await maya.signIn(`${username.toUpperCase()}@Example.org`, PASSWORD)
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
  const username = await newAccount(baseUrl)
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
  const locked = await stranger.signIn(username, PASSWORD)
  expect(locked.status).toBe(429)
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(60)
  expect(stranger.cookies.has(ACCESS)).toBe(false)
})

test('a name that nobody has gets the answer of a wrong password', async () => {
  const username = await newAccount(baseUrl)
  const wrong = await (await browser().signIn(username, 'guess')).json()
  const nobody = await (await browser().signIn(`${username}x`, 'guess')).json()
  expect(nobody).toEqual(wrong)
})

test('signing in without next-auth’s token is refused', async () => {
  const form = new URLSearchParams({ login: 'maya', password: PASSWORD, json: 'true' })
  const response = await browser().ask('POST', '/api/auth/callback/credentials', form)
  expect(response.status).toBe(403)
  expect((await response.json()).error.code).toBe('forbidden')
})

test('when access has run out, the same request is answered signed in and the browser gets new cookies', async () => {
  const { browser: maya } = await signedInBrowser(baseUrl)
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
  const { browser: maya } = await signedInBrowser(baseUrl)
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

test('phones sign in at the address that they see, and behind TLS with cookies for TLS only', async () => {
  const username = await newAccount(baseUrl)
  const phone = browser({ 'x-forwarded-host': 'party.example', 'x-forwarded-proto': 'https' })
  const response = await phone.signIn(username, PASSWORD)
  expect(response.status).toBe(200)
  expect((await response.json()).url).toBe('https://party.example')
  for (const cookie of response.headers.getSetCookie()) expect(cookie).toContain('; Secure')
  expect(phone.cookies.has(`__Secure-${ACCESS}`)).toBe(true)
  expect((await phone.ask('GET', '/api/me')).status).toBe(200)
  const lan = browser({ 'x-forwarded-host': '192.168.1.7:3000' })
  expect((await (await lan.signIn(username, PASSWORD)).json()).url).toBe('http://192.168.1.7:3000')
})
