import { expect, inject, test } from 'vitest'
import { HttpBrowser, newAccount, PASSWORD, signedInBrowser } from '@/tests/support/http-browser'

const baseUrl = inject('baseUrl')
const ACCESS = 'next-auth.session-token'
const REFRESH = 'earshot-refresh'
const FIREFOX = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }

const browser = (headers: Record<string, string> = {}) => new HttpBrowser(baseUrl, headers)

test('a device that another one ends can change nothing from then on, and loses its cookies', async () => {
  const { browser: laptop, username } = await signedInBrowser(baseUrl, undefined, FIREFOX)
  const { browser: phone } = await signedInBrowser(baseUrl, username, FIREFOX)
  const { items } = await (await laptop.ask('GET', '/api/me/devices')).json()
  expect(items).toHaveLength(2)
  expect(items[0]).toEqual({
    deviceId: expect.any(String),
    browser: 'Firefox',
    system: 'Linux',
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
  expect((await phone.signIn(username, PASSWORD)).status).toBe(200)
})

test('one cannot end somebody else’s device', async () => {
  const { browser: maya } = await signedInBrowser(baseUrl)
  const { browser: leo } = await signedInBrowser(baseUrl)
  const { items } = await (await maya.ask('GET', '/api/me/devices')).json()
  expect((await leo.ask('DELETE', `/api/me/devices/${items[0].deviceId}`)).status).toBe(404)
  expect((await leo.ask('DELETE', '/api/me/devices/nonsense')).status).toBe(404)
  expect((await browser().ask('GET', '/api/me/devices')).status).toBe(401)
  expect((await maya.ask('DELETE', '/api/me/devices')).status).toBe(200)
})

test('ending the own device signs out', async () => {
  const { browser: maya } = await signedInBrowser(baseUrl)
  const { items } = await (await maya.ask('GET', '/api/me/devices')).json()
  maya.cookies.delete(ACCESS)
  expect((await maya.ask('DELETE', `/api/me/devices/${items[0].deviceId}`)).status).toBe(204)
  expect([...maya.cookies.keys()].filter((name) => name === ACCESS || name === REFRESH)).toEqual([])
})

test('somebody else who signs in with the same browser ends the session before', async () => {
  const { browser: shared, username } = await signedInBrowser(baseUrl)
  const other = await newAccount(baseUrl)
  expect((await shared.signIn(other, PASSWORD)).status).toBe(200)
  expect(await (await shared.ask('GET', '/api/me')).json()).toMatchObject({ username: other })
  const { browser: home } = await signedInBrowser(baseUrl, username)
  expect((await (await home.ask('GET', '/api/me/devices')).json()).items).toHaveLength(1)
})

test('another site’s page can change nothing', async () => {
  const { browser: maya } = await signedInBrowser(baseUrl)
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
