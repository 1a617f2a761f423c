import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invalidate } from '@/lib/cache/invalidate'
import { youtubeAudio } from '@/lib/cache/kinds/youtube'
import { db } from '@/lib/db'
import { serveMedia } from '@/server/realtime/media'
import { granted } from '@/tests/support/results'
import { addBy, FERRY, link, OTHER, PLAIN, piped } from './youtube-support'

let origin: string
const media = createServer((request, response) => {
  if (!serveMedia(request, response)) response.writeHead(404).end()
})

beforeAll(async () => {
  for (const videoId of [FERRY, OTHER]) granted((await addBy(link(videoId))).added)
  await new Promise<void>((resolve) => media.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(media.address() as AddressInfo).port}`
})
afterAll(() => {
  media.closeAllConnections()
  media.close()
})

const get = (videoId: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/media/youtube/${videoId}`, { headers })

test('its sound comes in ranges with a type of ours, as long as somebody has added it and nobody took it down', async () => {
  const whole = await get(FERRY)
  const bytes = Buffer.from(await whole.arrayBuffer())
  expect(whole.status).toBe(200)
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    ...{ 'content-type': 'audio/mp4', 'content-length': `${bytes.length}`, 'accept-ranges': 'bytes' },
    'x-content-type-options': 'nosniff',
  })
  const part = await get(FERRY, { range: 'bytes=1000-1099' })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 1000-1099/${bytes.length}`])
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(1000, 1100))
  expect((await get(FERRY, { range: `bytes=${bytes.length}-` })).status).toBe(416)

  expect((await get('unknown_001')).status).toBe(404)
  const song = { track: { sourceId: OTHER } }
  await db().song.updateMany({ where: song, data: { status: 'blocked' } })
  expect((await get(OTHER)).status).toBe(404)
  await db().song.updateMany({ where: song, data: { status: 'ready' } })
})

test('an address that has run out is found anew, and a provider that is away is an error until it is back', async () => {
  expect((await get(FERRY)).status).toBe(200)
  piped.expire()
  piped.state.asked = []
  expect((await get(FERRY)).status).toBe(200)
  expect(piped.state.asked).toEqual(['/videoplayback', `/streams/${FERRY}`, '/videoplayback'])
  piped.expire()
  piped.state.isDown = true
  piped.state.asked = []
  const crowd = await Promise.all(Array.from({ length: 20 }, () => get(FERRY)))
  expect(crowd.map(({ status }) => status)).toEqual(crowd.map(() => 502))
  // However many want it, the provider is not asked once for each.
  expect(piped.state.asked.filter((path) => path.startsWith('/streams')).length).toBeLessThan(3)
  piped.state.isDown = false
  await expect.poll(async () => (await get(FERRY)).status).toBe(200)
})

test('nothing is fetched from where the provider has no business, whatever it answers', async () => {
  let isMet = false
  const inside = createServer((_request, response) => {
    isMet = true
    response.end('secret')
  })
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
  const { port } = inside.address() as AddressInfo
  const [otherHost, otherPort] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
  piped.state.proxy = otherHost
  granted((await addBy(link(PLAIN))).added)
  const plain = await db().song.findFirstOrThrow({ where: { track: { sourceId: PLAIN } } })
  expect(plain.coverImageKey).toBeNull()
  const redirect = `${piped.origin}/elsewhere/${port}`
  for (const [videoId, proxy] of [
    [FERRY, otherHost],
    [OTHER, otherPort],
    [PLAIN, redirect],
  ] as const) {
    piped.state.proxy = proxy
    await invalidate(youtubeAudio, videoId)
    piped.state.asked = []
    expect([proxy, (await get(videoId)).status]).toEqual([proxy, 502])
    expect(piped.state.asked).toContain(`/streams/${videoId}`)
  }
  expect(isMet).toBe(false)
  piped.state.proxy = piped.origin
  await invalidate(youtubeAudio, FERRY)
  inside.close()
  await expect.poll(async () => (await get(FERRY)).status).toBe(200)
})
