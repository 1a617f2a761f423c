// The search over catalogues of SEARCH_SIZES tracks (200,000 and 1,000,000): cold, from the cache, and how often a
// typing error still finds its song. The plan of each kind of search goes to standard error.
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { search } from '@/lib/cache/kinds/search'
import { cached } from '@/lib/cache/read'
import { searchTracks } from '@/lib/catalog/search'
import { searchSql } from '@/lib/catalog/search-sql'
import { closeDb, db, Prisma } from '@/lib/db'
import { type CatalogueSong, insertSongs, makeSongs } from '@/tests/factories/catalogue'
import { type Random, seededRandom } from '@/tests/factories/seeded-random'
import { withTypo } from '@/tests/factories/typos'
import { percentile, report } from './measure'

const SIZES = (process.env.SEARCH_SIZES ?? '200000,1000000').split(',').map(Number)
const SONGS_ASKED = 200
const COMMON =
  'love night you me the time heart day life world dream light fire song home girl way rain sun eyes'.split(' ')

type Asked = { q: string; song?: CatalogueSong }

/** What people send: a title letter by letter, something misspelt, a word that thousands of songs have. */
function asksOf(songs: CatalogueSong[], random: Random): Record<string, Asked[]> {
  const some = Array.from({ length: SONGS_ASKED }, () => songs[random.index(songs.length)] as CatalogueSong)
  const unshared = songs.filter(isUnshared(songs)).filter(({ title }) => title.length > 3)
  const alone = Array.from({ length: SONGS_ASKED }, () => unshared[random.index(unshared.length)] as CatalogueSong)
  return {
    'as you type': some.slice(0, 40).flatMap(({ title, artist }) => {
      const text = `${title} ${artist}`
      return Array.from({ length: Math.min(16, text.length) }, (_, size) => ({ q: text.slice(0, size + 1) }))
    }),
    'title and artist': some.map((song) => ({ q: `${song.title} ${song.artist}`, song })),
    'title and artist with a typo': some.map((song) => ({ q: withTypo(`${song.title} ${song.artist}`, random), song })),
    'unshared title with a typo': alone.map((song) => ({ q: withTypo(song.title, random), song })),
    'common word': COMMON.map((q) => ({ q })),
    'two common words': COMMON.map((q, index) => ({ q: `${q} ${COMMON[(index + 7) % COMMON.length]}` })),
  }
}

function isUnshared(songs: CatalogueSong[]) {
  const counts = new Map<string, number>()
  for (const { title } of songs) counts.set(title.toLowerCase(), (counts.get(title.toLowerCase()) ?? 0) + 1)
  return ({ title }: CatalogueSong) => counts.get(title.toLowerCase()) === 1
}

async function measureCold(size: string, kind: string, asks: Asked[]) {
  const times: number[] = []
  let found = 0
  for (const { q, song } of asks) {
    const startedAt = performance.now()
    const page = await searchTracks({ q, limit: 20 })
    times.push(performance.now() - startedAt)
    const first = page.ok ? page.value.items.slice(0, 5) : []
    if (song && first.some(({ title, artist }) => title === song.title && artist === song.artist)) found++
  }
  reportTimes(`${size}, ${kind}, cold`, times)
  if (asks[0]?.song) report('search', `${size}, ${kind}, in the first five`, (100 * found) / asks.length, '%')
  return times
}

async function measureCached(size: string, kind: string, asks: Asked[]) {
  const times: number[] = []
  for (const { q } of asks) {
    await cached(search, { q, limit: 20 })
    // It is kept in the background.
    await new Promise(setImmediate)
    const startedAt = performance.now()
    await cached(search, { q, limit: 20 })
    times.push(performance.now() - startedAt)
  }
  reportTimes(`${size}, ${kind}, cached`, times)
}

function reportTimes(name: string, times: number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  for (const share of [0.5, 0.99]) report('search', `${name}, p${share * 100}`, percentile(sorted, share), 'ms')
}

async function showPlan(size: string, kind: string, q: string) {
  const rows = await db().$queryRaw<{ 'QUERY PLAN': string }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, COSTS OFF) ${searchSql({ words: q.toLowerCase(), from: 0, limit: 21 })}`,
  )
  console.error([`\n${size}, ${kind}: ${q}`, ...rows.map((row) => row['QUERY PLAN'])].join('\n'))
}

for (const count of SIZES) {
  const size = count.toLocaleString('en')
  await db().$executeRaw`TRUNCATE "Track", "SearchWord" CASCADE`
  const songs = makeSongs(count)
  await insertSongs(songs)
  const kinds = Object.entries(asksOf(songs, seededRandom(7)))
  const all: number[] = []
  for (const [, asks] of kinds) for (const { q } of asks.slice(0, 10)) await searchTracks({ q, limit: 20 })
  for (const [kind, asks] of kinds) all.push(...(await measureCold(size, kind, asks)))
  reportTimes(`${size}, all of these, cold`, all)
  for (const [kind, asks] of kinds) await measureCached(size, kind, asks)
  for (const [kind, asks] of kinds) await showPlan(size, kind, asks.at(-1)?.q ?? '')
}
await closeCache()
await closeBus()
await closeDb()
