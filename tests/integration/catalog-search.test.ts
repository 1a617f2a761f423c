import { expect, test } from 'vitest'
import { newTracks, trackDetails } from '@/lib/catalog/queries'
import { listTracksInput } from '@/lib/catalog/schema'
import { searchTracks } from '@/lib/catalog/search'
import { db } from '@/lib/db'
import { createTrack } from '@/tests/factories/tracks'

// One connection, so that its own statistics can be asked for.
process.env.DATABASE_POOL = '1'

const SONGS = [
  ['Night Ferry', 'Slow Lantern'],
  ['Copper Hours', 'Tin Orchard'],
  ['Low Sun, Long Shadow', 'Marram'],
  ['2 a.m.', 'Small Hours'],
  ['Beyoncé', 'Ünder Straße'],
  ['Night Bus', 'Marram'],
] as const
for (const [title, artist] of SONGS) await createTrack({ title, artist })

const titles = async (q: string, limit = 20) => (await searchTracks({ q, limit })).items.map(({ title }) => title)

test('a song is found by any beginning of its title or artist, as it is typed', async () => {
  for (let length = 1; length <= 'copper hours'.length; length++)
    expect(await titles('copper hours'.slice(0, length)), 'copper hours'.slice(0, length)).toContain('Copper Hours')
  expect((await titles('nig')).sort()).toEqual(['Night Bus', 'Night Ferry'])
  expect((await titles('marram')).sort()).toEqual(['Low Sun, Long Shadow', 'Night Bus'])
})

test('words may come in any order and from both, and all of them count', async () => {
  expect(await titles('lantern ferry')).toEqual(['Night Ferry'])
  expect(await titles('night marram')).toEqual(['Night Bus'])
  expect(await titles('night nonsense')).toEqual([])
})

test('typing errors, accents, case and punctuation do not matter', async () => {
  for (const [typed, title] of [
    ['coper houers', 'Copper Hours'],
    ['lantren', 'Night Ferry'],
    ['ORCARD', 'Copper Hours'],
    ['beyonce', 'Beyoncé'],
    ['under strasse', 'Beyoncé'],
    ['2 am', '2 a.m.'],
    ['low sun long', 'Low Sun, Long Shadow'],
  ] as const)
    expect((await titles(typed))[0], typed).toBe(title)
})

test('what starts with the words comes first, and the limit holds', async () => {
  await createTrack({ title: 'Ferry Across', artist: 'Nobody' })
  expect((await titles('ferry'))[0]).toBe('Ferry Across')
  expect(await titles('n', 2)).toHaveLength(2)
})

test('signs that mean something to SQL or to patterns find nothing and break nothing', async () => {
  for (const q of ['%', '_', "' OR 1=1 --", '\\', '🎵', '...', `${'word '.repeat(19)}`]) await titles(q)
  expect(await titles('%')).toEqual([])
})

test('a blocked song is nowhere', async () => {
  const { id } = await createTrack({ title: 'Verboten', artist: 'Censor' })
  expect(await titles('verboten')).toEqual(['Verboten'])
  await db().song.updateMany({ where: { trackId: id }, data: { status: 'blocked' } })
  expect(await titles('verboten')).toEqual([])
  expect(await trackDetails(id)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  const page = await newTracks(listTracksInput.parse({ limit: 50 }))
  expect(page.ok && page.value.items.some((track) => track.id === id)).toBe(false)
})

test('a track tells what its page and the player need, and an unknown one that it is not there', async () => {
  const { id } = await createTrack({ title: 'Details', artist: 'Somebody' })
  await db().audioFeatures.create({ data: { trackId: id, tempo: 92 } })
  expect(await trackDetails(id)).toMatchObject({
    ok: true,
    value: { id, title: 'Details', bpm: 92, peaks: [10, 60, 90, 40], coverUrl: `/covers/${id}.svg` },
  })
  for (const wrong of ['00000000-0000-4000-8000-000000000000', 'nonsense', "'"])
    expect(await trackDetails(wrong)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
})

test('new releases come page by page, each once, also when many came in the same moment', async () => {
  await db().$executeRaw`UPDATE "Track" SET "createdAt" = now()`
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await newTracks(listTracksInput.parse({ limit: 2, cursor }))
    if (!page.ok) throw new Error(page.refusal.message)
    seen.push(...page.value.items.map(({ id }) => id))
    cursor = page.value.nextCursor ?? undefined
  } while (cursor)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe(await db().track.count({ where: { NOT: { song: { status: 'blocked' } } } }))
  expect(await newTracks(listTracksInput.parse({ cursor: 'made-up' }))).toMatchObject({ ok: false })
})

test('a search among thousands of songs reads the index', async () => {
  await db().$executeRaw`
    INSERT INTO "Track" (source, "sourceId", title, artist, "durationMs")
    SELECT 'youtube', 'y' || i, 'Song ' || md5(i::text), 'Band ' || md5((i * 7)::text), 1000 FROM generate_series(1, 20000) i`
  await db().$executeRawUnsafe('ANALYZE "Track"')
  const scansBefore = await indexScans()
  expect((await titles('coper hurs'))[0]).toBe('Copper Hours')
  expect(await indexScans()).toBe(scansBefore + 1)
})

async function indexScans(): Promise<number> {
  await db().$queryRaw`SELECT pg_stat_force_next_flush()::text`
  const [row] = await db().$queryRaw<{ scans: number }[]>`
    SELECT idx_scan::int AS scans FROM pg_stat_user_indexes WHERE indexrelname = 'Track_search_idx'`
  return row?.scans ?? -1
}
