import { expect, test } from 'vitest'
import { newTracks, trackDetails } from '@/lib/catalog/queries'
import { listTracksInput } from '@/lib/catalog/schema'
import { searchTracks } from '@/lib/catalog/search'
import { db } from '@/lib/db'
import type { Result } from '@/lib/result'
import { createTrack } from '@/tests/factories/tracks'

const SONGS = [
  ['Night Ferry', 'Slow Lantern'],
  ['Copper Hours', 'Tin Orchard'],
  ['Low Sun, Long Shadow', 'Marram'],
  ['2 a.m.', 'Small Hours'],
  ['Beyoncé', 'Ünder Straße'],
  ['Night Bus', 'Marram'],
] as const
for (const [title, artist] of SONGS) await createTrack({ title, artist })

const titles = async (q: string, limit = 20) => unwrap(await searchTracks({ q, limit })).items.map(({ title }) => title)

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

test('what matches equally well comes in the order of its heat', async () => {
  const quiet = await createTrack({ title: 'Harvest', artist: 'Quiet' })
  const hot = await createTrack({ title: 'Harvest', artist: 'Hot' })
  const warm = await createTrack({ title: 'Harvest Song', artist: 'Warm' })
  for (const [{ id: trackId }, trendingScore] of [
    [hot, 9],
    [warm, 99],
  ] as const)
    await db().trackTrending.create({ data: { trackId, trendingScore } })
  const page = unwrap(await searchTracks({ q: 'harvest', limit: 10 }))
  expect(page.items.map(({ id }) => id)).toEqual([hot.id, quiet.id, warm.id])
})

test('scripts without spaces and other alphabets are found by a part, whatever the case', async () => {
  for (const [title, artist] of [
    ['夜に駆ける', '青い鳥'],
    ['ТЁМНАЯ ВОДА', 'Кино'],
    ['तुम ही हो', 'राग'],
    ['봄날', '달빛'],
  ] as const)
    await createTrack({ title, artist })
  for (const [typed, title] of [
    ['駆ける', '夜に駆ける'],
    ['夜', '夜に駆ける'],
    ['темная в', 'ТЁМНАЯ ВОДА'],
    ['темнаа вода', 'ТЁМНАЯ ВОДА'],
    ['तुम', 'तुम ही हो'],
    ['봄', '봄날'],
    ['ｃｏｐｐｅｒ', 'Copper Hours'],
    ['Beyonce\u0301', 'Beyoncé'],
  ] as const)
    expect((await titles(typed))[0], typed).toBe(title)
})

test('a missing, an added and a moved space do not matter', async () => {
  for (const typed of ['copperhours', 'cop per hours', 'coppe rhours'])
    expect((await titles(typed))[0], typed).toBe('Copper Hours')
})

test('signs that mean something to SQL, to patterns or to text search break nothing', async () => {
  const hostile = [
    "' OR 1=1 --",
    '\\',
    "'':*",
    'a & b | !c <-> d',
    '(',
    '[',
    '.*',
    '\u0000',
    '\ud800',
    '\u0007\u001b[31m',
    '🎵',
    '\u202e',
  ]
  for (const q of [...hostile, 'word '.repeat(19), 'x'.repeat(10_000), `${'é'.repeat(200)} ${'夜'.repeat(200)}`])
    await expect(titles(q), q.slice(0, 20)).resolves.toEqual(expect.any(Array))
  for (const q of ['%', '_', '   ', '...', '\t\n']) expect(await titles(q), q).toEqual([])
})

test('results come page by page, each once, and a made-up page is refused', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = unwrap(await searchTracks({ q: 'n', limit: 2, cursor }))
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe((await titles('n', 50)).length)
  for (const wrong of ['made-up', Buffer.from('found.5000').toString('base64url'), ''])
    expect(await searchTracks({ q: 'n', limit: 2, cursor: wrong })).toMatchObject({ ok: false })
})

test('a restored dump, which names no schema to look in, has its words too', async () => {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL search_path = ''`
    await tx.$executeRaw`
      INSERT INTO public."Track" (source, "sourceId", title, artist, "durationMs")
      VALUES ('youtube', 'restored', 'Restored 夜空', 'Anybody', 1000)`
  })
  expect(await titles('restorde')).toEqual(['Restored 夜空'])
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
    const page = unwrap(await newTracks(listTracksInput.parse({ limit: 2, cursor })))
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe(await db().track.count({ where: { NOT: { song: { status: 'blocked' } } } }))
  for (const madeUp of ['made-up', Buffer.from(`1.${'-'.repeat(36)}`).toString('base64url')])
    expect(await newTracks(listTracksInput.parse({ cursor: madeUp }))).toMatchObject({ ok: false })
})

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
