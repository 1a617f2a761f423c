import { db } from '@/lib/db'
import { type Random, seededRandom } from './seeded-random'
import { FIRST_NAMES, FOREIGN_ARTISTS, FOREIGN_TITLES, SYLLABLES, WORDS } from './words'

export type CatalogueSong = { title: string; artist: string }

const SONGS_AN_ARTIST = 12
const CHUNK = 10_000

/** Titles and artists as a real catalogue has them: few words in most, many words in few, some in other scripts. */
export function makeSongs(count: number, seed = 1): CatalogueSong[] {
  const random = seededRandom(seed)
  const artists = Array.from({ length: Math.max(20, Math.round(count / SONGS_AN_ARTIST)) }, () => artistOf(random))
  return Array.from({ length: count }, () => ({
    title: titleOf(random, artists),
    artist: artists[random.lowerIndex(artists.length, 1.5)] ?? '',
  }))
}

/** The songs as tracks, of which one in twenty trends. */
export async function insertSongs(songs: CatalogueSong[]) {
  for (let from = 0; from < songs.length; from += CHUNK) {
    const chunk = songs.slice(from, from + CHUNK)
    await db().$executeRaw`
      INSERT INTO "Track" (source, "sourceId", title, artist, "durationMs", "createdAt")
      SELECT 'youtube', 'made-' || (${from}::int + at), title, artist, 200000, now() - (${from}::int + at) * interval '1 minute'
      FROM unnest(${chunk.map(({ title }) => title)}::text[], ${chunk.map(({ artist }) => artist)}::text[])
        WITH ORDINALITY AS song(title, artist, at)`
  }
  await db().$executeRaw`
    INSERT INTO "TrackTrending" ("trackId", "trendingScore")
    SELECT id, ('x' || left(md5("sourceId"), 6))::bit(24)::int / 1e5 FROM "Track"
    WHERE "sourceId" LIKE 'made-%' AND substr(md5("sourceId"), 7, 2) < '0d' ON CONFLICT DO NOTHING`
  await db().$executeRawUnsafe('VACUUM ANALYZE "Track", "TrackTrending", "SearchWord"')
}

function titleOf(random: Random, artists: string[]): string {
  if (random.chance(0.03)) return random.pick(FOREIGN_TITLES)
  const words = Array.from({ length: 1 + random.lowerIndex(5, 1.3) }, () => wordOf(random))
  const title = random.chance(0.15) ? `The ${words.join(' ')}` : words.join(' ')
  const kind = random.next()
  if (kind < 0.05) return `${title} (feat. ${random.pick(artists)})`
  if (kind < 0.09) return `${title} - Remastered ${1990 + random.index(35)}`
  if (kind < 0.12) return `${title} (Live)`
  if (kind < 0.14) return `${title}, Pt. ${1 + random.index(3)}`
  if (kind < 0.16) return `${title} (${capital(wordOf(random))} Remix)`
  return title
}

function artistOf(random: Random): string {
  const kind = random.next()
  if (kind < 0.02) return random.pick(FOREIGN_ARTISTS)
  if (kind < 0.27) return `The ${wordOf(random)} ${plural(wordOf(random))}`
  if (kind < 0.6) return `${random.pick(FIRST_NAMES)} ${madeUp(random)}`
  if (kind < 0.75) return madeUp(random)
  if (kind < 0.85) return `${wordOf(random)} ${wordOf(random)}`
  if (kind < 0.9) return `DJ ${madeUp(random)}`
  return `${random.pick(FIRST_NAMES)} & ${random.pick(FIRST_NAMES)} ${madeUp(random)}`
}

const wordOf = (random: Random) =>
  random.chance(0.1) ? madeUp(random) : capital(WORDS[random.lowerIndex(WORDS.length, 2)] ?? '')

const madeUp = (random: Random) =>
  capital(Array.from({ length: 2 + random.index(3) }, () => random.pick(SYLLABLES)).join(''))

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const plural = (word: string) => (word.endsWith('s') ? word : `${word}s`)
