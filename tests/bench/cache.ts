// Reads as many people make them (Zipf) through the cache and past it, in the process's memory and, where Redis is
// installed, in Redis: share answered without a load, and latency. Every 20,000 reads a song changes, which has all
// searches and recommendations forgotten. The first half of the reads fills the cache, the second is measured. Then 500
// at once on one key that has just run out.
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { kindCounts } from '@/lib/cache/counts'
import { defineKind, type Json, type Kind } from '@/lib/cache/kind'
import { album } from '@/lib/cache/kinds/album'
import { recommendations } from '@/lib/cache/kinds/recommendations'
import { search } from '@/lib/cache/kinds/search'
import { song } from '@/lib/cache/kinds/song'
import { user } from '@/lib/cache/kinds/user'
import { cached } from '@/lib/cache/read'
import { songChanged } from '@/lib/cache/song-changed'
import { closeDb, db } from '@/lib/db'
import { env } from '@/lib/env'
import { closeRedis } from '@/lib/redis'
import { resetCacheMetrics } from '@/tests/support/cache-metrics'
import { redisServerPath, startRedis } from '@/tests/support/redis'
import { percentile, report } from './measure'
import { mulberry32, zipf } from './zipf'

const TRACKS = 20_000
const ALBUMS = 2_000
const USERS = 5_000
const QUERIES = 5_000
const READS = 100_000
const CONCURRENCY = 16
const CHANGE_EVERY = 20_000
/** What the seed document hopes for. */
const HOPED: Record<string, number> = { song: 0.9, album: 0.85, search: 0.7, user: 0.6 }

type Read = { kind: string; cachedRead: () => Promise<unknown>; bareRead: () => Promise<unknown> }

async function fill() {
  await db().$executeRaw`
    INSERT INTO "Track" ("source", "sourceId", "title", "artist", "album", "genre", "durationMs", "createdAt")
    SELECT 'upload', i::text, 'Song ' || md5(i::text) || ' ' || (i % 997), 'Artist ' || (i % 400), 'Album ' || (i % 2000),
      (ARRAY['Folk', 'Ambient', 'Rock', 'Lo-fi', 'House'])[1 + i % 5], 180000, now() - i * interval '1 minute'
    FROM generate_series(1, ${TRACKS}::int) i`
  await db().$executeRaw`
    INSERT INTO "Song" ("trackId", "title", "artist", "durationMs", "status", "storageKeys", "peaks")
    SELECT t."id", t."title", t."artist", 180000, 'ready', '{"high":"h","low":"l","preview":"p"}',
      (SELECT array_agg((j * 7) % 100) FROM generate_series(1, 400) j) FROM "Track" t`
  await db().$executeRaw`
    INSERT INTO "AudioFeatures" ("trackId", "tempo", "loudness", "key", "mode")
    SELECT "id", 60 + abs(hashtext("id"::text)) % 120, -14, 0, 1 FROM "Track"`
  await db().$executeRaw`
    INSERT INTO "User" ("email", "username", "passwordHash", "displayName")
    SELECT i || '@example.org', 'u' || i, 'none', 'User ' || i FROM generate_series(1, ${USERS}::int) i`
  await db().$executeRaw`
    INSERT INTO "LikedTrack" ("userId", "trackId")
    SELECT u."id", t."id" FROM "User" u JOIN "Track" t ON t."sourceId" = ((abs(hashtext(u."id"::text)) % ${TRACKS}::int) + 1)::text`
  await db().$executeRaw`VACUUM ANALYZE`
}

async function workload(): Promise<Read[]> {
  const tracks = await db().track.findMany({ select: { id: true, title: true }, orderBy: { createdAt: 'desc' } })
  const users = await db().user.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  const queries = tracks.slice(0, QUERIES).map(({ title }) => title.slice(5, 13))
  const albumAt = (n: number) => ({ artist: `Artist ${n % 400}`, title: `Album ${n}` })
  const [nextTrack, nextUser, nextQuery, nextLike, nextAlbum, random] = [
    zipf(TRACKS, 1, 1),
    zipf(USERS, 0.8, 2),
    zipf(QUERIES, 1, 3),
    zipf(TRACKS, 1, 4),
    zipf(ALBUMS, 1, 6),
    mulberry32(5),
  ]
  const at = <T>(list: T[], index: number): T => list[index] as T
  return Array.from({ length: READS }, () => {
    const share = random()
    if (share < 0.5) return readOf(song, at(tracks, nextTrack()).id)
    if (share < 0.6) return readOf(recommendations, at(tracks, nextLike()).id)
    if (share < 0.7) return readOf(album, albumAt(nextAlbum()))
    if (share < 0.88) return readOf(search, { q: at(queries, nextQuery()), limit: 20 })
    return readOf(user, at(users, nextUser()).id)
  })
}

function readOf<A, V extends Json>(kind: Kind<A, V>, args: A): Read {
  return { kind: kind.kind, cachedRead: () => cached(kind, args), bareRead: () => kind.loader(args) }
}

/** Milliseconds of each read by kind. */
async function run(reads: Read[], how: (read: Read) => Promise<unknown>, onRead: (index: number) => Promise<void>) {
  const times = new Map<string, number[]>()
  let next = 0
  const worker = async () => {
    for (let index = next++; index < reads.length; index = next++) {
      const read = reads[index]
      if (!read) return
      await onRead(index)
      const startedAt = performance.now()
      await how(read)
      const all = times.get(read.kind) ?? []
      times.set(read.kind, all)
      all.push(performance.now() - startedAt)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
  return times
}

function reportTimes(title: string, times: Map<string, number[]>) {
  for (const [kind, all] of times) {
    const sorted = all.toSorted((a, b) => a - b)
    report('cache', `${kind}, ${title}, p50`, percentile(sorted, 0.5), 'ms')
    report('cache', `${kind}, ${title}, p99`, percentile(sorted, 0.99), 'ms')
  }
}

async function measure(store: 'memory' | 'Redis', reads: Read[], trackId: string) {
  const change = async (index: number) => {
    if (index > 0 && index % CHANGE_EVERY === 0) await songChanged(trackId)
  }
  const through = (some: Read[]) => run(some, (read) => read.cachedRead(), change)
  await through(reads.slice(0, READS / 2))
  resetCacheMetrics()
  reportTimes(`through the cache (${store})`, await through(reads.slice(READS / 2)))
  for (const kind of [song, album, search, user, recommendations].map((one) => one.kind)) {
    const { hits, negativeHits, misses } = kindCounts(kind).total
    report(
      'cache',
      `${kind}, answered without a load (${store})`,
      (hits + negativeHits) / (hits + negativeHits + misses),
      'share',
    )
    const hoped = HOPED[kind]
    if (hoped && store === 'memory') report('cache', `${kind}, hoped for by the design`, hoped, 'share')
  }
  report('cache', `loads for 500 at once on a key that has just run out (${store})`, await stampede(), 'loads')
}

async function stampede(): Promise<number> {
  let loads = 0
  const hot = defineKind({
    kind: `bench-${crypto.randomUUID()}`,
    key: () => 'hot',
    ttlMs: 200,
    loader: async (_args: undefined) => {
      loads += 1
      await new Promise((resolve) => setTimeout(resolve, 30))
      return loads
    },
  })
  await cached(hot, undefined)
  await new Promise((resolve) => setTimeout(resolve, 300))
  loads = 0
  await Promise.all(Array.from({ length: 500 }, () => cached(hot, undefined)))
  return loads
}

await fill()
const reads = await workload()
const [{ id: trackId } = { id: '' }] = await db().track.findMany({ take: 1, select: { id: true } })
reportTimes(
  'without a cache',
  await run(
    reads.slice(0, READS / 20),
    (read) => read.bareRead(),
    async () => {},
  ),
)
await measure('memory', reads, trackId)
await closeCache()
if (redisServerPath) {
  const server = await startRedis()
  env().REDIS_URL = server.url
  await measure('Redis', reads, trackId)
  await closeCache()
  closeRedis()
  await server.stop()
}
await closeBus()
await closeDb()
