import { NextRequest } from 'next/server'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { parseBody, parseQuery, route } from '@/app/_server/respond'
import { closeDb, db } from '@/lib/db'
import { ok, REFUSALS, type RefusalCode, refuse } from '@/lib/result'
import { freePort } from '@/server/postgres.mjs'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent'
})

const nothing = { params: Promise.resolve({}) }
const post = (headers: Record<string, string>, body = '{}') =>
  new NextRequest('http://earshot.test/api/rooms', {
    method: 'POST',
    body,
    headers: { host: 'earshot.test', 'content-type': 'application/json', ...headers },
  })
const get = (path = '/api/rooms') =>
  new NextRequest(`http://earshot.test${path}`, { headers: { host: 'earshot.test' } })
const echo = route(async () => ok({ heard: true }), { status: 201 })

test('a success carries its value, its status and a request id', async () => {
  const response = await echo(get(), nothing)
  expect(response.status).toBe(201)
  expect(await response.json()).toEqual({ heard: true })
  expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('nothing to say is a 204', async () => {
  const response = await route(async () => ok(undefined))(get(), nothing)
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
})

test('every refusal has its status and says code, message and fields', async () => {
  for (const [code, status] of Object.entries(REFUSALS)) {
    const response = await route(async () => refuse(code as RefusalCode, 'Because.', { name: 'Type a name.' }))(
      get(),
      nothing,
    )
    expect([code, response.status]).toEqual([code, status])
    expect(await response.json()).toEqual({ error: { code, message: 'Because.', fields: { name: 'Type a name.' } } })
  }
})

test('a rate limit says when to come back', async () => {
  const refusal = { code: 'rate_limited', message: 'Wait.', retryAfterMs: 1500 } as const
  const response = await route(async () => ({ ok: false, refusal }))(get(), nothing)
  expect(response.headers.get('retry-after')).toBe('2')
  expect(await response.json()).toEqual({ error: { code: 'rate_limited', message: 'Wait.' } })
})

test('a bug is a 500 with the request id and without its message', async () => {
  const broken = route(async () => {
    throw new Error('secret detail')
  })
  const request = get()
  request.headers.set('x-request-id', 'abcdef-123456')
  const response = await broken(request, nothing)
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(JSON.parse(text).error).toMatchObject({ code: 'internal', requestId: 'abcdef-123456' })
  expect(text).not.toContain('secret detail')
})

test('a database that cannot be reached is a 503', async () => {
  const port = await freePort()
  process.env.DATABASE_URL = `postgresql://nobody@127.0.0.1:${port}/nothing`
  process.env.AUTH_SECRET = 'a secret for tests that is long enough'
  const throughPrisma = route(async () => ok(await db().user.count()))
  const throughPg = route(async () => ok(await new pg.Client({ host: '127.0.0.1', port }).connect()))
  for (const handler of [throughPrisma, throughPg]) {
    const response = await handler(get(), nothing)
    expect(response.status).toBe(503)
    expect((await response.json()).error.code).toBe('database_away')
  }
  await closeDb()
})

test('a page of another site cannot change anything', async () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { origin: 'http://earshot.test.evil.test' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of foreign) {
    const response = await echo(post(headers), nothing)
    expect([headers, response.status]).toEqual([headers, 403])
  }
})

test('our own pages can, also behind a proxy, and so can programs that are no browsers', async () => {
  const own: Record<string, string>[] = [
    {},
    { origin: 'http://earshot.test' },
    { origin: 'https://party.example', 'x-forwarded-host': 'party.example' },
    { 'sec-fetch-site': 'same-origin' },
  ]
  for (const headers of own) expect((await echo(post(headers), nothing)).status).toBe(201)
})

test('cookies reach the browser with whatever answer, also one whose headers cannot be changed', async () => {
  const redirecting = route(async ({ setCookies }) => {
    setCookies(['a=1; Path=/', 'b=2; Path=/'])
    return Response.redirect('http://earshot.test/r/K7M2QB')
  })
  const response = await redirecting(get(), nothing)
  expect(response.status).toBe(302)
  expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/'])
})

const song = z.object({ title: z.string().min(1, 'Type a title.'), tags: z.array(z.string()).default([]) })

test('a body comes out as its schema has it', async () => {
  expect(await parseBody(post({}, '{"title":"Undertow","extra":1}'), song)).toEqual(ok({ title: 'Undertow', tags: [] }))
})

test('a wrong body is refused with a sentence for each field', async () => {
  const result = await parseBody(post({}, '{"title":"","tags":["a",5]}'), song)
  expect(result).toMatchObject({ ok: false, refusal: { code: 'invalid_input', fields: { title: 'Type a title.' } } })
  expect(result.ok ? {} : result.refusal.fields).toHaveProperty(['tags.1'])
})

test('what is no JSON, or holds what no text column can, is refused', async () => {
  for (const body of ['', '{', '[1', '{"title":"a\\u0000b"}']) {
    expect(await parseBody(post({}, body), song)).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } })
  }
  const form = post({ 'content-type': 'text/plain' }, '{"title":"Undertow"}')
  expect(await parseBody(form, song)).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } })
  expect(parseQuery(get('/api/tracks?title=a%00b'), song)).toMatchObject({ ok: false })
})

test('more than 100 kB is too large, whatever the client says about the length', async () => {
  const body = JSON.stringify({ title: 'x'.repeat(100_001) })
  expect(await parseBody(post({}, body), song)).toMatchObject({ ok: false, refusal: { code: 'too_large' } })
})
