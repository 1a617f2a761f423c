import { createHash, randomUUID } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { kindCounts } from '@/lib/cache/counts'
import { invalidateNow } from '@/lib/cache/invalidate'
import { album } from '@/lib/cache/kinds/album'
import { artist } from '@/lib/cache/kinds/artist'
import { search } from '@/lib/cache/kinds/search'
import { song } from '@/lib/cache/kinds/song'
import { trending } from '@/lib/cache/kinds/trending'
import { cached, cachedMany } from '@/lib/cache/read'
import { kindNamed } from '@/lib/cache/registry'
import { songCame, songChanged } from '@/lib/cache/song-changed'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeStream, removeUpvote, upvoteStream } from '@/lib/queue/mutations'
import { closeRedis, redis } from '@/lib/redis'
import { createGuest, createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { redisServerPath, startRedis } from '../support/redis'
import { waitForRedis } from './cache-support'

const server = redisServerPath ? await startRedis() : undefined
if (server) process.env.REDIS_URL = server.url
if (server) waitForRedis()
afterAll(async () => {
  await closeCache()
  await closeBus()
  closeRedis()
  await server?.stop()
})

const loads = (kind: string) => kindCounts(kind).total.loads
const titles = async (q: string) => {
  const page = await cached(search, { q, limit: 20 })
  return page.ok ? page.value.items.map(({ title }) => title) : []
}

test('a search is kept for all the ways to write the same words', async () => {
  await createTrack({ title: 'Night Ferry', artist: 'Slow Lantern' })
  for (const q of ['night ferry', '  Night   FERRY ', 'night, ferry!', 'Night-Ferry'])
    expect(await titles(q)).toEqual(['Night Ferry'])
  expect(loads('search')).toBe(1)
  await cached(search, { q: 'night ferry', limit: 5 })
  await titles('ferry night')
  expect(loads('search')).toBe(3)
  expect(await titles('…')).toEqual([])
  expect(loads('search')).toBe(3)
  if (server)
    await vi.waitFor(async () => {
      await titles('night ferry')
      expect(await redis()?.exists(`search:${md5('20  night ferry')}`)).toBe(1)
    })
})

test('a song that comes or is blocked is found, and not found, at once', async () => {
  expect(await titles('copper hours')).toEqual([])
  const { id } = await createTrack({ title: 'Copper Hours' })
  await songChanged(id)
  expect(await titles('copper hours')).toEqual(['Copper Hours'])
  expect(await cached(song, id)).toMatchObject({ ok: true, value: { id, peaks: [10, 60, 90, 40] } })
  await db().song.updateMany({ where: { trackId: id }, data: { status: 'blocked' } })
  expect(await cached(song, id.toUpperCase())).toMatchObject({ ok: true })
  await songChanged(id)
  expect(await cached(song, id)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  expect(await titles('copper hours')).toEqual([])
})

test('songs are read by the hundred with one query, and what is no id costs none', async () => {
  const tracks = await Promise.all(Array.from({ length: 30 }, () => createTrack()))
  const ids = [...tracks.map(({ id }) => id), randomUUID(), 'nonsense']
  const before = loads('song')
  const found = await cachedMany(song, ids)
  expect(found.map((one) => one.ok && one.value.id)).toEqual([...tracks.map(({ id }) => id), false, false])
  expect(await cachedMany(song, ids)).toEqual(found)
  expect(loads('song') - before).toBe(31)
  if (server) {
    // On a busy machine Redis may have been too slow at first.
    await vi.waitFor(async () => {
      await cached(song, ids[0] ?? '')
      expect(await redis()?.pttl(`song:${ids[0]}`)).toBeGreaterThan(86_000_000)
    })
    expect(await redis()?.exists('song:nonsense')).toBe(0)
  }
})

test('what trends moves within ten seconds of an add, a vote, a play and their taking back', async () => {
  const { room, host: maya } = await createRoom()
  const leo = await createGuest(room.id)
  const { id: trackId } = await createTrack()
  const seen = async () => (await cached(trending, undefined)).find((one) => one.track.id === trackId)
  expect(await seen()).toBeUndefined()
  const added = await addStream({ memberId: maya.id, trackId })
  if (!added.ok) throw new Error(added.refusal.message)
  const { streamId } = added.value
  await vi.waitFor(async () => expect(await seen()).toMatchObject({ recentUpvotes: 0 }), { timeout: 10_000 })

  // From here on without the wait: what each has put off is done at once.
  await upvoteStream({ memberId: leo.id, streamId })
  expect(await seen()).toMatchObject({ recentUpvotes: 0 })
  await invalidateNow()
  expect(await seen()).toMatchObject({ recentUpvotes: 1 })
  await removeUpvote({ memberId: leo.id, streamId })
  await invalidateNow()
  expect(await seen()).toMatchObject({ recentUpvotes: 0 })
  await db().trackTrending.update({ where: { trackId }, data: { recentPlays: 1 } })
  await commandPlayback({ roomId: room.id, memberId: maya.id, action: 'play' })
  await invalidateNow()
  expect(await seen()).toMatchObject({ recentPlays: 1 })
})

test('a song that is taken out of its only room trends no more', async () => {
  const { host } = await createRoom()
  const { id: trackId } = await createTrack()
  const added = await addStream({ memberId: host.id, trackId })
  if (!added.ok) throw new Error(added.refusal.message)
  await invalidateNow()
  const ids = async () => (await cached(trending, undefined)).map(({ track }) => track.id)
  expect(await ids()).toContain(trackId)
  await removeStream({ memberId: host.id, streamId: added.value.streamId })
  await invalidateNow()
  expect(await ids()).not.toContain(trackId)
})

test('an album and an artist are kept under any spelling, and show a song that comes', async () => {
  const add = (title: string) =>
    createTrack({ title, artist: 'Guns N’ Roses' }).then(async ({ id }) => {
      await db().track.update({ where: { id }, data: { album: 'Use Your Illusion' } })
      await songChanged(id)
    })
  await add('Civil War')
  const songs = async (by: string, title: string) => {
    const found = await cached(album, { artist: by, title })
    return found.ok ? found.value.tracks.length : null
  }
  expect(await songs('guns n roses', 'use-your-illusion')).toBe(1)
  expect(await songs('Guns N’ Roses', 'Use Your Illusion')).toBe(1)
  expect(loads('album')).toBe(1)
  expect(await cached(artist, 'GUNS N ROSES')).toMatchObject({ ok: true, value: { songs: 1 } })
  await add('14 Years')
  expect(await songs('guns n roses', 'use-your-illusion')).toBe(2)
  expect(await cached(artist, 'guns n roses')).toMatchObject({ ok: true, value: { songs: 2 } })
  expect(await songs('guns n roses', 'nothing')).toBeNull()
})

test('a song has the pages of its own album and artist forgotten in every spelling, and no others', async () => {
  const add = async (artist: string, album: string) => {
    const { id } = await createTrack({ artist })
    await db().track.update({ where: { id }, data: { album } })
    await songCame(id)
  }
  const songs = async (by: string, title: string) => {
    const found = await cached(album, { artist: by, title })
    return found.ok ? found.value.tracks.length : null
  }
  await add('Sigur Rós', 'Ágætis Byrjun')
  await add('Tape Deck Sons', 'Side B')
  expect(await songs('sigur ros', 'agaetis byrjun')).toBe(1)
  expect(await songs('Sigur Rós', 'Ágætis Byrjun')).toBe(1)
  expect(await songs('tape deck sons', 'side b')).toBe(1)
  const before = loads('album')
  await add('SIGUR ROS', 'agaetis byrjun')
  expect(await songs('sigur ros', 'agaetis byrjun')).toBe(2)
  expect(await songs('Sigur Rós', 'Ágætis Byrjun')).toBe(2)
  expect(await songs('tape deck sons', 'side b')).toBe(1)
  expect(loads('album') - before).toBe(2)
})

test('every kind is found by its name', () => {
  expect(kindNamed('song')).toBe(song)
  expect(kindNamed('constructor')).toBeUndefined()
})

const md5 = (text: string) => createHash('md5').update(text).digest('hex')
