import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mediaPath, mediaRoot, putBytes, putFile, removeFile } from '@/lib/media/storage'
import { serveMedia } from '@/server/realtime/media'
import { scratchFile } from '@/tests/factories/sounds'

const KEY = '11111111-1111-4111-8111-111111111111/high.m4a'
const BYTES = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251))

const server = createServer((message, response) => {
  if (!serveMedia(message, response)) response.writeHead(404).end('somebody else')
})
let origin = ''

beforeAll(async () => {
  await putBytes(KEY, BYTES)
  await writeFile(path.join(mediaRoot(), '..', 'secret.m4a'), 'secret')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const get = (headers: Record<string, string> = {}, key = KEY) => fetch(`${origin}/media/${key}`, { headers })

/** Sends the path as it is: fetch would tidy it up. */
function getRaw(target: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { port } = new URL(origin)
    request({ host: '127.0.0.1', port, path: target, ...options }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

test('a whole file comes with a fixed type, a validator and a cache for ever', async () => {
  const response = await get()
  expect(response.status).toBe(200)
  expect(Buffer.from(await response.arrayBuffer())).toEqual(BYTES)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'audio/mp4',
    'content-length': '5000',
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    etag: expect.any(String),
  })
})

test('a range gives exactly its bytes, also when it is open or counted from the end', async () => {
  for (const [range, from, to] of [
    ['bytes=100-199', 100, 200],
    ['bytes=4900-', 4900, 5000],
    ['bytes=-10', 4990, 5000],
  ] as const) {
    const response = await get({ range })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/5000`)
    expect(response.headers.get('content-length')).toBe(String(to - from))
    expect(Buffer.from(await response.arrayBuffer())).toEqual(BYTES.subarray(from, to))
  }
  const beyond = await get({ range: 'bytes=6000-' })
  expect(beyond.status).toBe(416)
  expect(beyond.headers.get('content-range')).toBe('bytes */5000')
})

test('who has the file already is told so, and a range of an old one becomes the whole new one', async () => {
  const etag = (await get()).headers.get('etag') ?? ''
  // fetch adds a no-cache of its own to a conditional request.
  expect((await getRaw(`/media/${KEY}`, { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect((await get({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206)
  expect((await get({ range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200)
})

test('HEAD tells the length, other methods are refused', async () => {
  const head = await fetch(`${origin}/media/${KEY}`, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '5000'])
  expect((await getRaw(`/media/${KEY}`, { method: 'POST' })).status).toBe(405)
  expect((await getRaw(`/media/${KEY}`, { method: 'DELETE' })).status).toBe(405)
})

test('no path leads out of the media folder, and nothing but media is given', async () => {
  await mkdir(path.join(mediaRoot(), '.hidden'), { recursive: true })
  await writeFile(path.join(mediaRoot(), '.hidden', 'a.m4a'), 'secret')
  await writeFile(path.join(mediaRoot(), 'page.html'), 'secret')
  await writeFile(path.join(mediaRoot(), 'half.m4a.123.part'), 'secret')
  for (const target of [
    '/media/../secret.m4a',
    '/media/%2e%2e/secret.m4a',
    '/media/..%2fsecret.m4a',
    '/media/%2e%2e%2fsecret.m4a',
    '/media/..%5csecret.m4a',
    '/media/%252e%252e/secret.m4a',
    '/media/x/../../secret.m4a',
    '/media//../secret.m4a',
    '/media/%00.m4a',
    '/media/%zz.m4a',
    '/media/.hidden/a.m4a',
    '/media/page.html',
    '/media/half.m4a.123.part',
    '/media/11111111-1111-4111-8111-111111111111',
    '/media/11111111-1111-4111-8111-111111111111/',
    '/media/',
    '/media/nothing.m4a',
  ]) {
    const { status, body } = await getRaw(target)
    expect([target, status]).toEqual([target, 404])
    expect(body).not.toContain('secret')
  }
  expect((await getRaw('/elsewhere')).body).toBe('somebody else')
})

test('the storage takes only keys that stay in its folder, and replaces a file whole', async () => {
  for (const key of ['../a.m4a', '/etc/a.m4a', 'a/../../b.m4a', 'a.html', 'a/.m4a', 'A.m4a', ''])
    await expect(putBytes(key, BYTES)).rejects.toThrow('Not a media key')
  const file = scratchFile('bin')
  await writeFile(file, 'newer')
  await putFile('a/b.webp', file)
  await putFile('a/b.webp', file)
  expect(await readFile(mediaPath('a/b.webp'), 'utf8')).toBe('newer')
  await removeFile('a/b.webp')
  await removeFile('a/b.webp')
  await expect(readFile(mediaPath('a/b.webp'))).rejects.toThrow('ENOENT')
})
