import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { youtubeSearch } from '@/lib/cache/kinds/youtube'
import { cached } from '@/lib/cache/read'
import { trackSelect, trackSummary } from '@/lib/catalog/track-view'
import { db } from '@/lib/db'
import { mediaPath } from '@/lib/media/storage'
import { commandPlayback } from '@/lib/playback/mutations'
import { findVideos } from '@/lib/providers/youtube'
import { addStream } from '@/lib/queue/mutations'
import { createGuest, createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { granted, refusalOf } from '@/tests/support/results'
import { addBy, FERRY, GONE, LIVE, link, OTHER, piped, UNADDED } from './youtube-support'

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
  expect(await away.settleYoutube()).toBe(2)
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  const isOn = () =>
    db().room.findUniqueOrThrow({ where: { id: room.id }, select: { nowPlaying: { select: { stream: true } } } })
  expect(await isOn()).toMatchObject({ nowPlaying: { stream: { trackId: ours } } })
  expect(refusalOf((await addBy(link(FERRY))).added)).toBe('not_playable')

  process.env.PIPED_API_URL = piped.origin
  vi.resetModules()
  const back = await import('@/lib/providers/youtube-reach')
  expect(await back.settleYoutube()).toBe(2)
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'skip' }))
  expect(await isOn()).toMatchObject({ nowPlaying: { stream: { extractedId: FERRY } } })
})
