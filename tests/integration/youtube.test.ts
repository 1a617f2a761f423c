import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { invalidate } from '@/lib/cache/invalidate'
import { youtubeAudio, youtubeSearch } from '@/lib/cache/kinds/youtube'
import { cached } from '@/lib/cache/read'
import { trackSelect, trackSummary } from '@/lib/catalog/track-view'
import { db } from '@/lib/db'
import { mediaPath } from '@/lib/media/storage'
import { commandPlayback } from '@/lib/playback/mutations'
import { findVideos } from '@/lib/providers/youtube'
import { addStream } from '@/lib/queue/mutations'
import { serveMedia } from '@/server/realtime/media'
import { createGuest, createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { startPiped } from '@/tests/support/piped-server'
import { granted, refusalOf } from '@/tests/support/results'

const [FERRY, LIVE, GONE, OTHER] = ['ferry_00001', 'live_000001', 'gone_000001', 'other-00001']
const [PLAIN, UNADDED] = ['plain_00001', 'unadded_001']
const link = (videoId: string) => `https://youtu.be/${videoId}?si=shared`

let piped: Awaited<ReturnType<typeof startPiped>>
let origin: string
const media = createServer((request, response) => {
  if (!serveMedia(request, response)) response.writeHead(404).end()
})

beforeAll(async () => {
  piped = await startPiped({
    [FERRY]: { title: 'Night Ferry', uploader: 'Slow Lantern - Topic', seconds: 20 },
    [OTHER]: { title: 'Somebody - Night Bus (Official Video)', uploader: 'Some Channel', seconds: 20 },
    [PLAIN]: { title: 'Plain', uploader: 'Nobody', seconds: 20 },
    [UNADDED]: { title: 'Unadded', uploader: 'Nobody', seconds: 20 },
    [LIVE]: { title: 'Night radio', uploader: 'Radio', seconds: 0, isLive: true },
    [GONE]: {
      title: '',
      uploader: '',
      seconds: 0,
      refusal: 'The uploader has not made this video available in your country',
    },
  })
  process.env.PIPED_API_URL = piped.origin
  await new Promise<void>((resolve) => media.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(media.address() as AddressInfo).port}`
})
afterAll(async () => {
  media.closeAllConnections()
  media.close()
  await piped.stop()
})

const get = (videoId: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/media/youtube/${videoId}`, { headers })

async function addBy(url: string) {
  const { room, host } = await createRoom()
  return { room, added: await addStream({ memberId: host.id, url }) }
}

test('a link that is added becomes a track with its words, length and cover, and plays from our own origin', async () => {
  const { added } = await addBy(link(FERRY))
  const { streamId } = granted(added)
  const { track } = await db().stream.findUniqueOrThrow({
    where: { id: streamId },
    select: { track: { select: { ...trackSelect, source: true, sourceId: true } } },
  })
  expect(track).toMatchObject({ source: 'youtube', sourceId: FERRY })
  const path = `/media/youtube/${FERRY}`
  expect(trackSummary(track)).toMatchObject({
    ...{ title: 'Night Ferry', artist: 'Slow Lantern', durationMs: 20_000 },
    coverUrl: expect.stringMatching(/^\/media\/covers\/.+\.webp$/),
    audio: { high: path, low: path, preview: `${path}#t=6,36`, site: 'youtube' },
  })
})

test('its cover is the picture without the bars above and below', async () => {
  const song = await db().song.findFirstOrThrow({ where: { track: { sourceId: FERRY } } })
  const { data, info } = await sharp(mediaPath(song.coverImageKey ?? ''))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const greenAt = (y: number) => data[(y * info.width + info.width / 2) * info.channels + 1] ?? 0
  for (const y of [2, info.height / 2, info.height - 3]) expect(greenAt(y)).toBeGreaterThan(100)
})

test('crowds that add one video make one track, and whoever comes later asks nobody', async () => {
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => addBy(link(OTHER))))
  for (const { added } of outcomes) granted(added)
  const tracks = await db().track.findMany({ where: { sourceId: OTHER }, include: { song: true } })
  expect(tracks).toMatchObject([{ title: 'Night Bus', artist: 'Somebody', song: { status: 'ready' } }])
  piped.state.asked = []
  granted((await addBy(`https://www.youtube.com/watch?v=${OTHER}&list=PL1`)).added)
  expect(piped.state.asked).toEqual([])
})

test('what is live, gone or unknown is refused with a reason, and a provider that is away says so', async () => {
  for (const videoId of [LIVE, GONE, 'unknown_001'])
    expect(refusalOf((await addBy(link(videoId))).added)).toBe('not_playable')
  piped.state.isDown = true
  expect(refusalOf((await addBy(link('unknown_002'))).added)).toBe('provider_away')
  expect(refusalOf(await findVideos('night'))).toBe('provider_away')
  // What is here already needs it no more.
  granted((await addBy(link(FERRY))).added)
  piped.state.isDown = false
  await expect.poll(async () => refusalOf(await findVideos('night'))).toBe(null)
  expect(await db().track.count({ where: { source: 'youtube' } })).toBe(2)
})

test('words find songs and nothing live, and an address finds its own video', async () => {
  expect(granted(await findVideos('night'))).toEqual([
    {
      videoId: FERRY,
      url: `https://www.youtube.com/watch?v=${FERRY}`,
      title: 'Night Ferry',
      artist: 'Slow Lantern',
      durationMs: 20_000,
    },
    expect.objectContaining({ videoId: OTHER }),
  ])
  expect(granted(await findVideos(link(OTHER)))).toEqual([
    expect.objectContaining({ videoId: OTHER, title: 'Night Bus', artist: 'Somebody' }),
  ])
})

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

test('whoever may not add makes no track, and a word that looks like an id is a word', async () => {
  const { room } = await createRoom()
  const { id: memberId } = await createGuest(room.id)
  await db().roomMember.update({ where: { id: memberId }, data: { bannedAt: new Date(), leftAt: new Date() } })
  expect(refusalOf(await addStream({ memberId, url: link(UNADDED) }))).toBe('banned')
  expect(await db().track.count({ where: { sourceId: UNADDED } })).toBe(0)

  const words = 'butterflies'
  expect(granted(await cached(youtubeSearch, words))).toEqual([])
  expect(refusalOf(await cached(youtubeSearch, `youtu.be/${words}`))).toBe('not_playable')
  expect(granted(await cached(youtubeSearch, words))).toEqual([])
})

test('when the installation has no way to YouTube any more its songs are passed over, and they come back with it', async () => {
  const { room, host } = await createRoom()
  const { id: ours } = await createTrack()
  granted(await addStream({ memberId: host.id, url: link(FERRY) }))
  granted(await addStream({ memberId: host.id, trackId: ours }))
  process.env.PIPED_API_URL = ''
  vi.resetModules()
  const away = await import('@/lib/providers/youtube-reach')
  expect(await away.settleYoutube()).toBe(3)
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  const isOn = () =>
    db().room.findUniqueOrThrow({ where: { id: room.id }, select: { nowPlaying: { select: { stream: true } } } })
  expect(await isOn()).toMatchObject({ nowPlaying: { stream: { trackId: ours } } })
  expect(refusalOf((await addBy(link(FERRY))).added)).toBe('not_playable')

  process.env.PIPED_API_URL = piped.origin
  vi.resetModules()
  const back = await import('@/lib/providers/youtube-reach')
  expect(await back.settleYoutube()).toBe(3)
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'skip' }))
  expect(await isOn()).toMatchObject({ nowPlaying: { stream: { extractedId: FERRY } } })
})
