import { expect, inject, test } from 'vitest'
import { HttpBrowser, newAccount, PASSWORD, signedInBrowser } from '@/tests/support/http-browser'

const baseUrl = inject('baseUrl')

const browser = (headers: Record<string, string> = {}) => new HttpBrowser(baseUrl, headers)

test('a guest who makes an account and signs in keeps the seat', async () => {
  const { browser: host } = await signedInBrowser(baseUrl)
  const { code } = await (await host.ask('POST', '/api/rooms', { name: 'Kitchen' })).json()
  const guest = browser()
  const joined = await guest.ask('POST', `/api/rooms/${code}/members`, { displayName: 'Ruth' })
  expect(joined.status).toBe(201)
  const { memberId } = await joined.json()
  expect(guest.cookies.has('earshot-guest')).toBe(true)

  const username = await newAccount(baseUrl)
  expect((await guest.signIn(username, PASSWORD)).status).toBe(200)
  expect(guest.cookies.has('earshot-guest')).toBe(false)
  const { me } = await (await guest.ask('GET', `/api/rooms/${code}`)).json()
  expect(me).toMatchObject({ memberId, isGuest: false })
})

test('a guest cannot act as another guest', async () => {
  const { browser: host } = await signedInBrowser(baseUrl)
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
  // Whoever is about to open a room has come upon Earshot just now.
  const opening = await browser().ask('GET', '/?open')
  expect([opening.status, opening.headers.get('location')]).toEqual([307, '/register?next=%2F%3Fopen'])
})
