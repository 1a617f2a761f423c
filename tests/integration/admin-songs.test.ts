import { afterAll, expect, test } from 'vitest'
import { listAudit, listSongs } from '@/lib/admin/queries'
import { blockSong, unblockSong } from '@/lib/admin/songs'
import { closeCache } from '@/lib/cache/close'
import { search } from '@/lib/cache/kinds/search'
import { song } from '@/lib/cache/kinds/song'
import { trending } from '@/lib/cache/kinds/trending'
import { cached } from '@/lib/cache/read'
import { db } from '@/lib/db'
import { publishSong } from '@/lib/media/publish-song'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream } from '@/lib/queue/mutations'
import { createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { createUser } from '@/tests/factories/users'
import { eventsOf } from '../support/bus-events'

delete process.env.REDIS_URL
afterAll(() => closeCache())

const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code
const songIdOf = async (trackId: string) => (await db().song.findUniqueOrThrow({ where: { trackId } })).id

test('a song that a moderator blocks is gone from search, lists and adding, and plays nowhere; unblocked it is back', async () => {
  const moderator = await createUser({ role: 'moderator' })
  const { room, host } = await createRoom()
  const [bad, good] = [await createTrack({ title: 'Copper Hours' }), await createTrack({ title: 'Night Ferry' })]
  for (const trackId of [bad.id, good.id]) await addStream({ memberId: host.id, trackId })
  await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' })
  const waiting = await createRoom()
  await addStream({ memberId: waiting.host.id, trackId: bad.id })
  const titleOn = async () =>
    (
      await db().room.findUniqueOrThrow({
        where: { id: room.id },
        select: { nowPlaying: { select: { stream: { select: { track: { select: { title: true } } } } } } },
      })
    ).nowPlaying?.stream.track.title
  expect(await titleOn()).toBe('Copper Hours')
  const found = async () => {
    const page = await cached(search, { q: 'copper hours', limit: 5 })
    return page.ok ? page.value.items.length : 0
  }
  expect(await found()).toBe(1)
  expect(await cached(song, bad.id)).toMatchObject({ ok: true })

  const songId = await songIdOf(bad.id)
  expect(await blockSong({ actorId: moderator.id, songId, reason: 'Not theirs to share' })).toMatchObject({ ok: true })
  expect(await found()).toBe(0)
  expect(await cached(song, bad.id)).toMatchObject({ ok: false })
  expect((await cached(trending, undefined)).map(({ track }) => track.id)).not.toContain(bad.id)
  expect(code(await addStream({ memberId: host.id, trackId: bad.id }))).toBe('not_playable')
  expect(await titleOn()).toBe('Night Ferry')
  // Where it waits it keeps its place, and is passed over.
  expect(code(await commandPlayback({ roomId: waiting.room.id, memberId: waiting.host.id, action: 'play' }))).toBe(
    'nothing_to_play',
  )
  await expect.poll(() => eventsOf(waiting.room.id).map(({ type }) => type)).toContain('room:outdated')
  expect((await listSongs({ q: 'copper', status: 'blocked' })).items).toMatchObject([{ songId, status: 'blocked' }])

  expect(await unblockSong({ actorId: moderator.id, songId })).toMatchObject({ ok: true })
  expect(await found()).toBe(1)
  expect(await commandPlayback({ roomId: waiting.room.id, memberId: waiting.host.id, action: 'play' })).toMatchObject({
    ok: true,
    value: { isPlaying: true },
  })
  const { items } = await listAudit({ q: 'copper' })
  expect(items).toMatchObject([
    { action: 'song:unblock', actorId: moderator.id, details: {} },
    { action: 'song:block', targetId: songId, details: { reason: 'Not theirs to share' } },
  ])
})

test('blocking twice, or by two at once, is one deed; others may not', async () => {
  const [admin, user] = [await createUser({ role: 'admin' }), await createUser()]
  const songId = await songIdOf((await createTrack({ title: 'Once' })).id)
  expect(code(await blockSong({ actorId: user.id, songId, reason: 'I say so' }))).toBe('forbidden')
  const both = await Promise.all([1, 2].map(() => blockSong({ actorId: admin.id, songId, reason: 'Twice' })))
  expect(both.every(({ ok }) => ok)).toBe(true)
  expect((await listAudit({ q: 'Once' })).items).toHaveLength(1)
  expect(code(await blockSong({ actorId: admin.id, songId: admin.id, reason: 'Nothing' }))).toBe('not_found')
})

test('a song that is blocked while the worker prepares it stays so, and is whole when it is unblocked', async () => {
  const admin = await createUser({ role: 'admin' })
  const { id } = await db().upload.create({ data: { fileName: 'a.mp3', originalSize: 1, status: 'processing' } })
  await db().song.create({ data: { id, title: 'Early', artist: 'Bird', status: 'processing' } })
  await blockSong({ actorId: admin.id, songId: id, reason: 'Too early' })
  const files = { high: 'h', low: 'l', preview: 'p' }
  const facts = {
    title: 'Early',
    artist: 'Bird',
    album: null,
    genre: null,
    durationMs: 1000,
    loudness: -14,
    peaks: [1],
  }
  const rest = {
    coverImageKey: null,
    bpm: null,
    keyName: null,
    key: null,
    year: null,
    colour: null,
    storageKeys: files,
  }
  await publishSong(id, { ...facts, ...rest } as unknown as Parameters<typeof publishSong>[1])
  expect(await db().song.findUnique({ where: { id } })).toMatchObject({ status: 'blocked', trackId: id })
  await unblockSong({ actorId: admin.id, songId: id })
  expect(await db().song.findUnique({ where: { id } })).toMatchObject({ status: 'ready', storageKeys: files })
})
