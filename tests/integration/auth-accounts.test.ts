import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { GET as available } from '@/app/api/users/available/route'
import { POST as users } from '@/app/api/users/route'
import { signIn, signUp } from '@/lib/auth/mutations'
import { accountByLogin } from '@/lib/auth/queries'
import { db } from '@/lib/db'
import { createUser } from '@/tests/factories/users'

const nothing = { params: Promise.resolve({}) }
const password = 'kitchen at midnight'
const attempt = (login: string, given = password, deviceId: string | null = null) =>
  signIn({ login, password: given, address: '192.168.1.7', deviceId })

function post(body: unknown) {
  const headers = { 'content-type': 'application/json', host: 'earshot.test', 'x-forwarded-for': '192.168.1.7' }
  return users(
    new NextRequest('http://earshot.test/api/users', { method: 'POST', body: JSON.stringify(body), headers }),
    nothing,
  )
}

// First, while nobody has an account yet.
test('of many first sign-ups at once, exactly one becomes admin', async () => {
  const results = await Promise.all(
    Array.from({ length: 12 }, (_, n) => signUp({ email: `first${n}@example.org`, username: `first${n}`, password })),
  )
  expect(results.every((result) => result.ok)).toBe(true)
  expect(await db().user.count({ where: { role: 'admin' } })).toBe(1)
  expect(await db().user.count()).toBe(12)
})

// Fifty hashes are five seconds of a free core.
test('fifty sign-ups with one name at once make exactly one account', { timeout: 90_000 }, async () => {
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, n) => {
      const username = n % 2 ? 'Wanted' : 'wanted'
      return signUp({ email: `wanted${n}@example.org`, username, password })
    }),
  )
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  for (const result of results) {
    if (!result.ok) expect(result.refusal).toMatchObject({ code: 'taken', fields: { username: expect.any(String) } })
  }
  expect(await db().user.count({ where: { username: { equals: 'wanted', mode: 'insensitive' } } })).toBe(1)
})

test('signing up answers 201 with the account and nothing secret', async () => {
  const response = await post({ email: 'Priya@Example.org', username: 'Priya', password, role: 'admin' })
  expect(response.status).toBe(201)
  expect(await response.json()).toEqual({
    id: expect.any(String),
    email: 'Priya@Example.org',
    username: 'Priya',
    displayName: 'Priya',
    role: 'user',
  })
})

test('both names that are taken get a sentence of their own, whatever the case', async () => {
  await post({ email: 'leo@example.org', username: 'leo', password })
  const both = await post({ email: 'LEO@example.org', username: 'Leo', password })
  expect(both.status).toBe(409)
  expect((await both.json()).error).toMatchObject({
    code: 'taken',
    fields: { email: expect.any(String), username: expect.any(String) },
  })
  const one = await post({ email: 'LEO@example.org', username: 'leonard', password })
  expect(Object.keys((await one.json()).error.fields)).toEqual(['email'])
})

test('weak and too long passwords are refused at their field', async () => {
  for (const given of ['short', 'password123', 'x1'.repeat(37)]) {
    const response = await post({ email: 'noa@example.org', username: 'noa', password: given })
    expect(response.status).toBe(400)
    expect((await response.json()).error).toMatchObject({
      code: 'invalid_input',
      fields: { password: expect.any(String) },
    })
  }
  expect(await accountByLogin('noa')).toBeNull()
})

test('the sign-up form can ask whether a name is free', async () => {
  await createUser({ username: 'jonas' })
  const ask = async (name: string) => {
    const url = `http://earshot.test/api/users/available?username=${encodeURIComponent(name)}`
    const response = await available(new NextRequest(url), nothing)
    return [response.status, await response.json()]
  }
  expect(await ask('JONAS')).toEqual([200, { available: false }])
  expect(await ask('jonas2')).toEqual([200, { available: true }])
  expect(await ask("x' OR 1=1 --")).toMatchObject([400, { error: { fields: { username: expect.any(String) } } }])
})

test('people sign in with their email or username, whatever the case', async () => {
  const user = await signUp({ email: 'ruth@example.org', username: 'Ruth', password })
  const id = user.ok ? user.value.id : ''
  for (const login of ['ruth', 'RUTH', 'Ruth@Example.org'])
    expect(await attempt(login)).toEqual({ ok: true, value: id })
})

test('a wrong password and a name that nobody has get the same answer, with the tries left', async () => {
  await signUp({ email: 'ines@example.org', username: 'ines', password })
  const wrong = await attempt('ines', 'kitchen at noon')
  const nobody = await attempt('somebody-else', 'kitchen at noon')
  expect(wrong).toEqual(nobody)
  expect(wrong).toMatchObject({
    refusal: { code: 'wrong_credentials', message: 'That name and password do not match. 4 tries left.' },
  })
})

test('after five wrong tries the account waits, by whichever name, and other accounts do not', async () => {
  await signUp({ email: 'omar@example.org', username: 'omar', password })
  await signUp({ email: 'tess@example.org', username: 'tess', password })
  const messages: string[] = []
  for (const login of ['omar', 'Omar', 'omar@example.org', 'OMAR', 'omar']) {
    const result = await attempt(login, 'guess')
    if (!result.ok) messages.push(result.refusal.message)
  }
  expect(messages.map((message) => message.replace('That name and password do not match. ', ''))).toEqual([
    '4 tries left.',
    '3 tries left.',
    '2 tries left.',
    '1 try left.',
    'Wait 15 minutes before the next try.',
  ])
  const locked = await attempt('omar@example.org')
  expect(locked).toMatchObject({ refusal: { code: 'rate_limited', retryAfterMs: expect.any(Number) } })
  expect(await attempt('tess')).toMatchObject({ ok: true })
})

test('parallel guesses get no more tries than guesses one by one', async () => {
  await signUp({ email: 'vera@example.org', username: 'vera', password })
  const results = await Promise.all(Array.from({ length: 20 }, (_, n) => attempt('vera', `guess ${n}`)))
  const codes = results.map((result) => (result.ok ? 'ok' : result.refusal.code))
  expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(5)
  expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(15)
})

test('the right password gives all tries back', async () => {
  await signUp({ email: 'ada@example.org', username: 'ada', password })
  for (let n = 0; n < 4; n++) await attempt('ada', 'guess')
  expect(await attempt('ada')).toMatchObject({ ok: true })
  expect(await attempt('ada', 'guess')).toMatchObject({ refusal: { message: expect.stringContaining('4 tries left') } })
})

test('strangers who use up the tries do not lock out a browser that the owner signed in with', async () => {
  const user = await signUp({ email: 'kim@example.org', username: 'kim', password })
  const userId = user.ok ? user.value.id : ''
  const device = { userId, deviceId: crypto.randomUUID() }
  await db().deviceSession.create({
    data: { ...device, refreshTokenHash: 'x', userAgent: '', expiresAt: new Date(), revokedAt: new Date() },
  })
  for (let n = 0; n < 6; n++) await attempt('kim', 'guess', crypto.randomUUID())
  expect(await attempt('kim')).toMatchObject({ ok: false })
  expect(await attempt('kim', password, device.deviceId)).toEqual({ ok: true, value: userId })
})

test('other requests are answered while a party signs up', async () => {
  const party = Promise.all(
    Array.from({ length: 15 }, (_, n) => signUp({ email: `p${n}@example.org`, username: `party${n}`, password })),
  )
  const waits: number[] = []
  let isOver = false
  void party.then(() => {
    isOver = true
  })
  while (!isOver) {
    const askedAt = performance.now()
    await accountByLogin('nobody')
    waits.push(performance.now() - askedAt)
  }
  expect((await party).every((result) => result.ok)).toBe(true)
  expect(waits.length).toBeGreaterThanOrEqual(10)
})
