import { expect, test } from 'vitest'
import { searchTracks } from '@/lib/catalog/search'
import { searchSql } from '@/lib/catalog/search-sql'
import { db, Prisma } from '@/lib/db'
import { type CatalogueSong, insertSongs, makeSongs } from '@/tests/factories/catalogue'
import { seededRandom } from '@/tests/factories/seeded-random'
import { withTypo } from '@/tests/factories/typos'

const songs = makeSongs(20_000)
await insertSongs(songs)
const random = seededRandom(4)

test('19 of 20 searches with a typing error find their song among the first five', async () => {
  const asked = Array.from({ length: 100 }, () => songs[random.index(songs.length)] ?? fail())
  const isFound = await Promise.all(asked.map((song) => findsWithTypo(song, `${song.title} ${song.artist}`)))
  expect(isFound.filter(Boolean).length).toBeGreaterThanOrEqual(95)
})

test('the title alone finds it as well, where no other song has that title', async () => {
  const counts = new Map<string, number>()
  for (const { title } of songs) counts.set(title.toLowerCase(), (counts.get(title.toLowerCase()) ?? 0) + 1)
  const unshared = songs.filter(({ title }) => title.length > 3 && counts.get(title.toLowerCase()) === 1)
  const asked = Array.from({ length: 100 }, () => unshared[random.index(unshared.length)] ?? fail())
  const isFound = await Promise.all(asked.map((song) => findsWithTypo(song, song.title)))
  expect(isFound.filter(Boolean).length).toBeGreaterThanOrEqual(95)
})

test('words are looked up in indexes, and what nearly every song has is not looked up at all', async () => {
  const plan = async (words: string) => {
    const rows = await db().$queryRaw<{ 'QUERY PLAN': string }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, COSTS OFF) ${searchSql({ words, from: 0, limit: 20 })}`,
    )
    return rows.map((row) => row['QUERY PLAN']).filter((line) => !line.includes('never executed'))
  }
  const reads = (lines: string[], index: string) => lines.some((line) => line.includes(index))
  const rare = await plan('melancholia')
  expect(reads(rare, 'Track_searchWords_idx')).toBe(true)
  expect(reads(rare, 'Seq Scan on "Track"')).toBe(false)
  const misspelt = await plan('melancolia suset')
  expect(reads(misspelt, 'Track_searchWords_idx')).toBe(true)
  expect(reads(misspelt, 'Seq Scan on "Track"')).toBe(false)
  const together = await plan('melancholiasunset')
  expect(reads(together, 'Track_search_idx')).toBe(true)
})

async function findsWithTypo({ title, artist }: CatalogueSong, text: string): Promise<boolean> {
  const found = await searchTracks({ q: withTypo(text, random), limit: 5 })
  return found.ok && found.value.items.some((track) => track.title === title && track.artist === artist)
}

function fail(): never {
  throw new Error('There are no songs.')
}
