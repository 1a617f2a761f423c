import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { db } from '@/lib/db'
import { mediaRoot } from '@/lib/media/storage'
import { clearCover, setCover } from '@/lib/playlists/cover'
import { exportPlaylist } from '@/lib/playlists/export'
import { importList } from '@/lib/playlists/import'
import type { ImportEvent } from '@/lib/playlists/import-schema'
import { matcher } from '@/lib/playlists/match'
import { createPlaylist } from '@/lib/playlists/mutations'
import { createTrack } from '@/tests/factories/tracks'
import { createUser } from '@/tests/factories/users'
import { granted, refusalOf } from '../support/results'

afterAll(async () => {
  await closeCache()
  await closeBus()
})

async function* inPieces(text: string | Buffer) {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}

type Done = Extract<ImportEvent, { type: 'done' }>

async function importText(text: string | Buffer, fileName = 'list.csv') {
  const user = await createUser()
  const bytes = Buffer.from(text)
  const events: ImportEvent[] = []
  for await (const event of importList({ userId: user.id, fileName, bytes: inPieces(bytes), size: bytes.length }))
    events.push(event)
  return { user, events, done: events.at(-1) as Done }
}

async function titlesOf(playlistId: string | undefined) {
  const rows = await db().playlistTrack.findMany({
    where: { playlistId },
    orderBy: { position: 'asc' },
    select: { track: { select: { title: true } } },
  })
  return rows.map(({ track }) => track.title)
}

test('what goes out as M3U8, JSPF or CSV comes in again, in order and whole', async () => {
  const user = await createUser({ displayName: 'Maya' })
  const tracks = await Promise.all(
    ['Plain', '=cmd|A1', 'With "quotes", and; more', 'Ümläut – dash', '音楽'].map((title, n) =>
      createTrack({ title, artist: n % 2 ? 'Sigur Rós' : 'A & B', durationMs: 100_000 + n }),
    ),
  )
  const trackIds = [...tracks, ...tracks].map(({ id }) => id)
  const made = granted(await createPlaylist({ userId: user.id, name: 'Sunday', trackIds }))
  for (const format of ['m3u8', 'jspf', 'csv'] as const) {
    const viewer = { kind: 'user', userId: user.id, username: '', displayName: '', role: 'user' } as const
    const file = granted(await exportPlaylist({ playlistId: made.id, viewer, format, origin: 'http://earshot.test' }))
    expect(file.fileName).toBe(`Sunday.${format}`)
    let text = ''
    for await (const piece of file.text) text += piece
    // The addresses name the songs; without them their names do.
    for (const list of [text, text.replaceAll(/http:\/\/earshot.test\/track\/[0-9a-f-]{36}/g, 'file.mp3')]) {
      const { done } = await importText(list, file.fileName)
      expect(done).toMatchObject({ type: 'done', added: 10, bad: 0, playlist: { name: 'Sunday' } })
      expect(await titlesOf(done.playlist?.id)).toEqual([...tracks, ...tracks].map(({ title }) => title))
    }
  }
})

test('the good rows come in and each bad one is told with its line, in any encoding', async () => {
  await createTrack({ title: 'Hoppípolla', artist: 'Sigur Rós', durationMs: 268_000 })
  await createTrack({ title: 'Hoppípolla', artist: 'Sigur Rós', durationMs: 200_000 })
  await createTrack({ title: 'Night Ferry', artist: 'Slow Lantern', durationMs: 94_000 })
  const text = [
    'Title,Artist,Duration (ms)',
    'HOPPIPOLLA,sigur ros,201000',
    'Nobody Has This,Nobody,1000',
    ',,',
    ',Only an artist,5',
    'Night Fery (Remastered),Slow Lantern,95000',
  ].join('\r\n')
  for (const bytes of [Buffer.from(text), Buffer.from(text, 'latin1'), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
    const { done } = await importText(bytes, 'From elsewhere.csv')
    expect(done).toMatchObject({ added: 2, bad: 2, lines: 6, playlist: { name: 'From elsewhere' } })
    expect(done.problems).toEqual([
      { line: 3, text: 'Nobody – Nobody Has This', problem: 'This song is not in the catalogue.' },
      { line: 5, text: ', Only an artist, 5', problem: 'There is no title in this line.' },
    ])
    const [first] = await db().playlistTrack.findMany({
      where: { playlistId: done.playlist?.id },
      orderBy: { position: 'asc' },
      select: { track: { select: { durationMs: true } } },
    })
    expect(first?.track.durationMs).toBe(200_000)
  }
})

test('a file without a song that is here makes no playlist', async () => {
  const { user, done } = await importText('{"playlist":{"title":"Empty","track":[{"title":"Nobody has this"}]}}')
  expect(done).toMatchObject({ added: 0, bad: 1, playlist: null })
  expect(await db().playlist.count({ where: { userId: user.id } })).toBe(0)
})

test('a hundred thousand lines come in with progress on the way and in bounded memory', async () => {
  const tracks = await Promise.all(
    Array.from({ length: 20 }, (_, n) => createTrack({ title: `Line ${n}`, artist: 'Many' })),
  )
  const row = (n: number) => (n % 1000 === 999 ? `Gone ${n},Nobody` : `${tracks[n % 20]?.title},Many`)
  const text = `Title,Artist\n${Array.from({ length: 100_000 }, (_, n) => row(n)).join('\n')}`
  const before = process.memoryUsage().heapUsed
  const { events, done } = await importText(text)
  expect(done).toMatchObject({ added: 99_900, bad: 100, lines: 100_001 })
  expect(done.problems).toHaveLength(100)
  expect(events.filter(({ type }) => type === 'progress').length).toBeGreaterThan(50)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(250_000_000)
})

test('a cover is drawn anew; what is no picture is refused, and no file is left behind', async () => {
  const user = await createUser()
  const mine = { userId: user.id, playlistId: granted(await createPlaylist({ userId: user.id, name: 'Red' })).id }
  const red = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#c22' } })
    .png()
    .toBuffer()
  const files = () => readdir(path.join(mediaRoot(), 'playlists')).catch(() => [])
  const covers = await Promise.all([setCover({ ...mine, bytes: red }), setCover({ ...mine, bytes: red })])
  for (const card of covers) expect(granted(card).coverUrl).toMatch(/^\/media\/playlists\/[0-9a-f-]{36}\.webp$/)
  expect(granted(covers[0] ?? covers[1]).colour.h).toBeGreaterThan(10)
  const [file = ''] = await files()
  expect(await sharp(path.join(mediaRoot(), 'playlists', file)).metadata()).toMatchObject({
    width: 640,
    height: 640,
    format: 'webp',
  })
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  for (const bytes of [
    svg,
    Buffer.from('hello'),
    red.subarray(0, 60),
    Buffer.from('\x89PNG\r\n\x1a\nbroken', 'latin1'),
  ])
    expect(refusalOf(await setCover({ ...mine, bytes }))).toBe('not_image')
  const stranger = await createUser()
  expect(refusalOf(await setCover({ ...mine, userId: stranger.id, bytes: red }))).toBe('not_found')
  expect(await files()).toHaveLength(1)
  expect(granted(await clearCover(mine)).coverUrl).toBe(`/covers/${mine.playlistId}.svg`)
  expect(await files()).toHaveLength(0)
})

test('a list longer than what is remembered of it finds again what it has found before', async () => {
  const { id } = await createTrack({ title: 'Said twice', artist: 'Somebody', durationMs: 200_000 })
  const match = matcher()
  // So far off in length that only its exact name finds it.
  const song = { title: 'Said twice', artist: 'Somebody', album: null, durationMs: 10_000, url: null }
  const others = Array.from({ length: 20_001 }, (_, n) => ({ ...song, title: '', artist: `Other ${n}` }))
  expect((await match([song, ...others]))[0]).toBe(id)
  expect(await match([song, { ...song, title: '', artist: 'One more' }])).toEqual([id, null])
})
