import { expect, test } from 'vitest'
import { albumHref, artistHref } from '@/lib/catalog/addresses'
import { albumView, artistTracks, artistView } from '@/lib/catalog/artists'
import { db } from '@/lib/db'
import type { Result } from '@/lib/result'

const SONGS = [
  ['Crazy in Rain', 'Beyoncé', 'Lemon'],
  ['Halo Light', 'Beyoncé', 'Lemon'],
  ['Formation', 'BEYONCE', 'lemon '],
  ['Single', 'Beyoncé', null],
  ['Hollow', "Guns N' Roses", 'Use/Illusion 50%'],
  ['Racer', '夜のささやき', '群青'],
  ['Thunder', 'AC/DC', '!!!'],
  ['Copyright', '© Band', null],
  ['Nothing', '!!!', null],
] as const
await db().track.createMany({
  data: SONGS.map(([title, artist, album], at) => ({
    ...{ source: 'youtube', sourceId: `s${at}`, title, artist, album, durationMs: 60_000 },
    createdAt: new Date(Date.UTC(2026, 0, 1 + at)),
  })),
})

test('all spellings of a name are one artist, with albums and songs', async () => {
  for (const name of ['beyonce', 'Beyoncé', 'BEYONCÉ!', 'beyoncé'.normalize('NFD')])
    expect(unwrap(await artistView(name)), name).toMatchObject({
      name: 'Beyoncé',
      songs: 4,
      albums: [{ title: 'Lemon', songs: 3 }],
    })
  for (const name of ['nobody', '', '...', '!!!', "' OR 1=1 --", '%'])
    expect(await artistView(name), name).toMatchObject({ refusal: { code: 'not_found' } })
})

test('the hottest songs lead, and blocked ones are not there', async () => {
  const [hot, blocked] = await db().track.findMany({
    where: { title: { in: ['Halo Light', 'Single'] } },
    orderBy: { title: 'asc' },
  })
  await db().trackTrending.create({ data: { trackId: hot?.id ?? '', trendingScore: 5 } })
  expect(unwrap(await artistView('beyonce')).hot.map(({ title }) => title)).toEqual(['Halo Light'])
  const { id } = await db().song.create({
    data: { trackId: blocked?.id ?? '', title: 'x', artist: 'x', status: 'blocked' },
  })
  expect(unwrap(await artistView('beyonce')).songs).toBe(3)
  await db().song.delete({ where: { id } })
})

test('songs come page by page, each once, the newest first', async () => {
  await db().track.updateMany({ where: { artist: 'Beyoncé' }, data: { createdAt: new Date('2026-02-01') } })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = unwrap(await artistTracks('beyonce', { limit: 1, cursor }))
    seen.push(...page.items.map(({ title }) => title))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen.length).toBe(4)
  expect(new Set(seen).size).toBe(4)
  expect(seen.at(-1)).toBe('Formation')
  expect(await artistTracks('beyonce', { limit: 1, cursor: 'made-up' })).toMatchObject({ ok: false })
})

test('the address of an artist or album leads back to it, whatever signs are in the name', async () => {
  for (const [title, artist, album] of SONGS.filter(([title]) => title !== 'Nothing')) {
    const [, , name = ''] = artistHref(artist)?.split('/') ?? []
    expect(unwrap(await artistView(decodeURIComponent(name))).songs, artist).toBeGreaterThan(0)
    const href = album && albumHref(artist, album)
    if (!href) continue
    const [, , by = '', called = ''] = href.split('/')
    const found = unwrap(await albumView(decodeURIComponent(by), decodeURIComponent(called)))
    expect(found.tracks.map((track) => track.title)).toContain(title)
  }
  expect(artistHref("Guns N' Roses")).toBe('/artist/guns-n-roses')
  expect(artistHref('!!!')).toBeNull()
  expect(albumHref('AC/DC', '!!!')).toBeNull()
})

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
