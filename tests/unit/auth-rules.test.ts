import { expect, test } from 'vitest'
import { addressOf, isSecure } from '@/app/_server/origin'
import { pagePolicy } from '@/app/_server/security-headers'
import { deviceName } from '@/components/settings/device-name'
import { describeBrowser } from '@/lib/auth/browser'
import { parseCookies, serializeCookie } from '@/lib/auth/cookies'
import { hashPassword, passwordMatches } from '@/lib/auth/password'
import { signUpInput } from '@/lib/auth/schema'
import { german } from '@/lib/language/german/german'
import { english, textIn } from '@/lib/language/text'

const valid = { email: 'maya@example.org', username: 'maya', password: 'kitchen at midnight' }
const wrongFields = (change: Partial<Record<keyof typeof valid | 'displayName', string>>) => {
  const result = signUpInput.safeParse({ ...valid, ...change })
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'))
}

test('names, addresses and passwords that people use pass', () => {
  expect(wrongFields({})).toEqual([])
  expect(wrongFields({ email: '  Maya.O+room@Example.co.uk ' })).toEqual([])
  expect(wrongFields({ username: 'DJ_low-sun.7' })).toEqual([])
  expect(wrongFields({ displayName: '麻耶 👩‍👩‍👧' })).toEqual([])
  expect(wrongFields({ password: 'пароль длинный' })).toEqual([])
})

test('usernames that could be mistaken for something else do not', () => {
  for (const username of ['ab', 'a'.repeat(33), 'maya@home', 'ma ya', '.maya', 'maya.', 'mäya', 'ma\u0000ya']) {
    expect([username, wrongFields({ username })[0]]).toEqual([username, 'username'])
  }
  expect(wrongFields({ displayName: 'ma\u202Eya' })).toEqual(['displayName'])
  expect(wrongFields({ email: 'maya@home' })).toEqual(['email'])
})

test('weak passwords do not', () => {
  for (const password of ['short', 'Password123', 'aaaaaaaaaaaa', '1234567890']) {
    expect([password, wrongFields({ password })]).toEqual([password, ['password']])
  }
  expect(wrongFields({ username: 'kitchenmaya', password: 'KitchenMaya' })).toEqual(['password'])
  expect(wrongFields({ password: 'Maya@Example.org' })).toEqual(['password'])
})

test('a password is at most 72 bytes, not characters', () => {
  expect(wrongFields({ password: '0123456789ab'.repeat(6) })).toEqual([])
  expect(wrongFields({ password: `${'0123456789ab'.repeat(6)}c` })).toEqual(['password'])
  expect(wrongFields({ password: 'äöüß'.repeat(9) })).toEqual([])
  expect(wrongFields({ password: `${'äöüß'.repeat(9)}a` })).toEqual(['password'])
})

test('what goes on after 72 bytes does not pass for its beginning', async () => {
  const password = '0123456789ab'.repeat(6)
  const hash = await hashPassword(password)
  expect(await passwordMatches(password, hash)).toBe(true)
  expect(await passwordMatches(`${password}c`, hash)).toBe(false)
  expect(await passwordMatches(password, null)).toBe(false)
})

test('a missing account takes as long to refuse as a wrong password', async () => {
  const hash = await hashPassword('kitchen at midnight')
  const times = { wrong: Number.POSITIVE_INFINITY, missing: Number.POSITIVE_INFINITY }
  const isAlike = () => times.missing / times.wrong > 0.6 && times.missing / times.wrong < 1.6
  // The quickest of some rounds: of more, where something else takes the cores.
  for (let round = 0; round < 30 && !(round >= 5 && isAlike()); round++) {
    for (const [name, stored] of [
      ['wrong', hash],
      ['missing', null],
    ] as const) {
      const startedAt = performance.now()
      await passwordMatches('kitchen at noon', stored)
      times[name] = Math.min(times[name], performance.now() - startedAt)
    }
  }
  expect(times.missing / times.wrong).toBeGreaterThan(0.6)
  expect(times.missing / times.wrong).toBeLessThan(1.6)
}, 60_000)

test('cookies are read as browsers send them', () => {
  const cookies = parseCookies('a=1; earshot-guest=x.y.z;b=a%20b; broken; c=%E0%A4%A; d=1=2')
  expect([...cookies]).toEqual([
    ['a', '1'],
    ['earshot-guest', 'x.y.z'],
    ['b', 'a b'],
    ['c', '%E0%A4%A'],
    ['d', '1=2'],
  ])
  expect([...parseCookies(null)]).toEqual([])
})

test('cookies are out of reach of scripts and other sites, and behind TLS of plain connections', () => {
  const cookie = { name: 'earshot-guest', value: 'a;b', maxAge: 60 }
  expect(serializeCookie(cookie, false)).toBe('earshot-guest=a%3Bb; Path=/; Max-Age=60; HttpOnly; SameSite=Lax')
  expect(serializeCookie(cookie, true)).toBe('earshot-guest=a%3Bb; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure')
})

test('devices are named as their owners call them', () => {
  const agents: [string, string][] = [
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML) Version/18.0 Mobile/15E Safari/604.1',
      'Safari on iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
      'Edge on Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML) Version/18.0 Safari/605.1.15',
      'Safari on macOS',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML) HeadlessChrome/140.0.0.0 Safari/537.36',
      'Chrome on Linux',
    ],
    ['curl/8.5.0', 'Another program'],
  ]
  for (const [agent, name] of agents) expect(deviceName(english, describeBrowser(agent))).toBe(name)
  const inGerman = (agent: string) => deviceName(textIn('de', german), describeBrowser(agent))
  expect(inGerman(agents[1]?.[0] ?? '')).toBe('Chrome auf Android')
  expect(inGerman('curl/8.5.0')).toBe('Ein anderes Programm')
})

test('a proxy in front says who asks and whether by TLS', () => {
  const request = (headers: Record<string, string>) => new Request('http://earshot.test/', { headers })
  expect(isSecure(request({}))).toBe(false)
  expect(isSecure(request({ 'x-forwarded-proto': 'https' }))).toBe(true)
  expect(addressOf(request({ 'x-forwarded-for': '10.9.9.9, 192.168.1.7' }))).toBe('192.168.1.7')
})

test('a page may run scripts with its nonce only, and talk to its own host only', () => {
  const policy = pagePolicy('abc', 'earshot.test:3000', false)
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
  expect(policy).toContain("connect-src 'self' ws://earshot.test:3000;")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('upgrade-insecure-requests')
  expect(pagePolicy('abc', 'evil; script-src *', false)).not.toContain('evil')
})
