import { afterAll, expect, test } from 'vitest'
import { closeCache } from '@/lib/cache/close'
import { kindCounts } from '@/lib/cache/counts'
import { invalidateKind } from '@/lib/cache/invalidate'
import { liveRooms, shelves } from '@/lib/cache/kinds/home'
import { recommendations } from '@/lib/cache/kinds/recommendations'
import { song } from '@/lib/cache/kinds/song'
import { user } from '@/lib/cache/kinds/user'
import { cached } from '@/lib/cache/read'
import { songChanged } from '@/lib/cache/song-changed'
import { warmFor, warmPopular } from '@/lib/cache/warm'
import { db } from '@/lib/db'
import { likeTrack, unlikeTrack } from '@/lib/likes/mutations'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, upvoteStream } from '@/lib/queue/mutations'
import { redis } from '@/lib/redis'
import { createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { createUser } from '@/tests/factories/users'
import { ownRedis } from '../support/own-redis'
import { waitForRedis } from './cache-support'

if (ownRedis) waitForRedis()
afterAll(() => closeCache())

type Sound = { artist?: string; genre?: string; tempo?: number }

async function songLike(title: string, { artist, genre, tempo }: Sound) {
  const { id } = await createTrack({ title, ...(artist ? { artist } : {}) })
  if (genre) await db().track.update({ where: { id }, data: { genre } })
  await db().audioFeatures.create({ data: { trackId: id, tempo: tempo ?? null } })
  return id
}

const titles = async (trackId: string) => (await cached(recommendations, trackId)).map(({ title }) => title)

test('what is like a song: its artist first, then its genre, then what is as fast; never itself nor what is blocked', async () => {
  const id = await songLike('Seed', { artist: 'Marram', genre: 'Ambient', tempo: 80 })
  await songLike('As fast', { artist: 'Other', genre: 'Rock', tempo: 81 })
  await songLike('Same genre', { artist: 'Other', genre: 'Ambient', tempo: 140 })
  await songLike('Same artist', { artist: 'Marram', genre: 'Rock', tempo: 140 })
  await songLike('Far away', { artist: 'Other', genre: 'Rock', tempo: 140 })
  const blocked = await songLike('Blocked', { artist: 'Marram', genre: 'Ambient', tempo: 80 })
  await db().song.updateMany({ where: { trackId: blocked }, data: { status: 'blocked' } })
  expect(await titles(id)).toEqual(['Same artist', 'Same genre', 'As fast'])
  if (ownRedis) await expect.poll(() => redis()?.exists(`recommendations:${id}:v2`)).toBe(1)
  // A song that comes is not waited for an hour.
  const twin = await songLike('Twin', { artist: 'Marram', genre: 'Ambient', tempo: 80 })
  await songChanged(twin)
  expect((await titles(id))[0]).toBe('Twin')
  expect(await cached(recommendations, crypto.randomUUID())).toEqual([])
})

test('what somebody liked last leads their shelf at once, be it a heart or a vote', async () => {
  const { room, host, user: account } = await createRoom()
  const [heart, vote] = [await createTrack({ title: 'Heart' }), await createTrack({ title: 'Vote' })]
  const taste = async () => (await cached(user, account.id)).map(({ title }) => title)
  expect(await taste()).toEqual([])
  await likeTrack({ userId: account.id, trackId: heart.id })
  expect(await taste()).toEqual(['Heart'])
  const added = await addStream({ memberId: host.id, trackId: vote.id })
  if (!added.ok) throw new Error(added.refusal.message)
  await upvoteStream({ memberId: host.id, streamId: added.value.streamId })
  await unlikeTrack({ userId: account.id, trackId: heart.id })
  expect(await taste()).toEqual(['Vote'])
  expect(room.hostId).toBe(account.id)
})

test('public rooms that play and are heard are on everybody’s home; private, locked, silent and empty ones are not', async () => {
  const play = async (fields: { name: string; isPublic?: boolean }) => {
    const { room, host } = await createRoom(fields)
    const { id: trackId } = await createTrack()
    await addStream({ memberId: host.id, trackId })
    await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' })
    await db().roomMember.update({ where: { id: host.id }, data: { lastSeenAt: new Date(), lastHeardAt: new Date() } })
    return { room, host }
  }
  const open = await play({ name: 'Open', isPublic: true })
  await play({ name: 'Private' })
  const locked = await play({ name: 'Locked', isPublic: true })
  await db().room.update({ where: { id: locked.room.id }, data: { lockedAt: new Date() } })
  const paused = await play({ name: 'Paused', isPublic: true })
  await commandPlayback({ roomId: paused.room.id, memberId: paused.host.id, action: 'pause' })
  const empty = await play({ name: 'Empty', isPublic: true })
  await db().roomMember.update({ where: { id: empty.host.id }, data: { lastSeenAt: new Date(0) } })
  await invalidateKind(liveRooms)
  expect(await cached(liveRooms, undefined)).toMatchObject([{ code: open.room.code, name: 'Open', listening: 1 }])
})

test('a song that comes is on the shelf of new songs at once', async () => {
  await cached(shelves, undefined)
  const { id } = await createTrack({ title: 'Fresh' })
  await songChanged(id)
  expect((await cached(shelves, undefined)).fresh[0]?.title).toBe('Fresh')
})

test('a sign-in finds its home warm', async () => {
  const { id: userId } = await createUser()
  const { id: trackId } = await createTrack()
  await likeTrack({ userId, trackId })
  const loads = () => ['user', 'recommendations'].map((kind) => kindCounts(kind).total.loads)
  const [users = 0, songs = 0] = loads()
  warmFor(userId)
  await expect.poll(loads).toEqual([users + 1, songs + 1])
  await cached(user, userId)
  await cached(recommendations, trackId)
  expect(loads()).toEqual([users + 1, songs + 1])
})

test.skipIf(!ownRedis)('by night the worker loads what is popular, so that by day nobody waits for it', async () => {
  const { id } = await createTrack({ title: 'Popular' })
  await songChanged(id)
  expect(await warmPopular()).toBeGreaterThan(5)
  await expect.poll(() => redis()?.exists(`song:${id}`, 'home:shelves')).toBe(2)
  const { misses } = kindCounts('song').total
  await cached(song, id)
  expect(kindCounts('song').total.misses).toBe(misses)
})
