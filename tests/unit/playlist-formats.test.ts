import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '@/lib/playlists/formats/decode'
import { type ListHead, readList } from '@/lib/playlists/formats/read'
import type { ListedLine } from '@/lib/playlists/formats/song'
import { LIST_FORMATS, type ListFormat } from '@/lib/playlists/formats/write'
import { isSameSong } from '@/lib/playlists/same-song'

/** In pieces of the given size, as a network would bring it. */
async function* inPieces(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function read(file: string | Uint8Array, fileName = 'list', piece = 7) {
  const head: ListHead = { name: null }
  const lines: ListedLine[] = []
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  for await (const line of readList(decodeText(inPieces(bytes, piece)), fileName, head)) lines.push(line)
  return { name: head.name, lines }
}

const titles = ({ lines }: { lines: ListedLine[] }) =>
  lines.map((line) => ('song' in line ? [line.song.artist, line.song.title].join(' / ') : `! ${line.line}`))

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[\p{Cc}\uFFFD\uFEFF]/gu, '').trim())
const song = fc.record({
  title: word.filter((text) => text !== ''),
  artist: word,
  album: fc.option(word.filter((text) => text !== '')),
  durationMs: fc.integer({ min: 1, max: 36_000_000 }),
  url: fc.uuid().map((id) => `https://earshot.test/track/${id}`),
})
const songs = fc.array(song, { minLength: 1, maxLength: 20 })

function written(format: ListFormat, list: typeof songs extends fc.Arbitrary<infer T> ? T : never, name = 'Kitchen') {
  const { head, song, tail } = LIST_FORMATS[format].writer({ name, description: null })
  return head + list.map((one, index) => song(one, index === 0)).join('') + tail
}

for (const format of ['csv', 'jspf'] as const)
  test(`whatever songs are called, ${format} reads what it has written`, async () => {
    await fc.assert(
      fc.asyncProperty(songs, fc.integer({ min: 1, max: 50 }), async (list, piece) => {
        const { lines } = await read(written(format, list), `list.${format}`, piece)
        expect(lines.map((line) => ('song' in line ? line.song : line))).toEqual(list)
      }),
      { numRuns: 60 },
    )
  })

test('whatever songs are called, m3u8 keeps their addresses and lengths, and the name of the list', async () => {
  await fc.assert(
    fc.asyncProperty(songs, async (list) => {
      const { lines, name } = await read(written('m3u8', list, 'Sunday: early'), 'list.m3u8', 11)
      expect(name).toBe('Sunday: early')
      expect(lines.map((line) => 'song' in line && line.song.url)).toEqual(list.map(({ url }) => url))
    }),
    { numRuns: 60 },
  )
})

test('a file of noise ends, and each of its lines is a song or a reason', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 2000 }),
      fc.constantFrom('a.m3u', 'a.csv', 'a.jspf'),
      async (bytes, name) => {
        const { lines } = await read(bytes, name, 64)
        for (const line of lines) expect('song' in line || line.problem.length > 0).toBe(true)
      },
    ),
    { numRuns: 100 },
  )
})

test('UTF-8 with and without its mark, UTF-16 of both kinds and Latin-1 say the same, with any line end', async () => {
  const expected = ['Sigur Rós / Hoppípolla', 'Motörhead / Ace of Spades']
  for (const end of ['\n', '\r\n', '\r']) {
    const text = `Title,Artist${end}Hoppípolla,Sigur Rós${end}Ace of Spades,Motörhead${end}`
    const wide = Buffer.from(text, 'utf16le')
    const files = {
      utf8: Buffer.from(text),
      marked: Buffer.from(`\uFEFF${text}`),
      latin1: Buffer.from(text, 'latin1'),
      utf16le: Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
      utf16be: Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]),
      unmarked: wide,
    }
    for (const [encoding, bytes] of Object.entries(files))
      for (const piece of [1, 3, 1000]) expect(titles(await read(bytes, 'a.csv', piece)), encoding).toEqual(expected)
  }
})

test('one line in Latin-1 spoils no other', async () => {
  const bytes = Buffer.concat([
    Buffer.from('Jóga,Björk\n'),
    Buffer.from('Jóga,Björk\n', 'latin1'),
    Buffer.from('音楽,人\n'),
  ])
  expect(titles(await read(bytes, 'a.csv', 1000))).toEqual(['Björk / Jóga', 'Björk / Jóga', '人 / 音楽'])
})

test('columns are known by the names that services give them, with any separator', async () => {
  const spotify =
    '"Track URI","Track Name","Artist Name(s)","Album Name","Track Duration (ms)"\n"spotify:1","A ""B"", C","D, E","F",9000\n'
  expect((await read(spotify, 'a.csv')).lines).toEqual([
    { line: 2, song: { title: 'A "B", C', artist: 'D, E', album: 'F', durationMs: 9000, url: null } },
  ])
  expect((await read('Titel;Interpret;Time\nEins;Zwei;3:07\n', 'a.csv')).lines).toEqual([
    { line: 2, song: { title: 'Eins', artist: 'Zwei', album: null, durationMs: 187_000, url: null } },
  ])
  expect(titles(await read('Eins\tZwei\nDrei\tVier', 'a.txt'))).toEqual(['Zwei / Eins', 'Vier / Drei'])
})

test('a quotation mark that is never closed spoils its own line only', async () => {
  const rows = Array.from({ length: 40 }, (_, n) => `Song ${n},Artist`)
  rows[3] = '"Song 3,Artist'
  const { lines } = await read(['Title,Artist', ...rows].join('\n'), 'a.csv')
  expect(lines.flatMap((line) => ('problem' in line ? [line.line] : []))).toEqual([5])
  expect(lines).toHaveLength(40)
})

test('a list of paths is read by its file names', async () => {
  const { lines } = await read(
    '#EXTM3U\r\n#EXTINF:-1,\r\nC:\\Music\\01 - Tin Orchard - Copper Hours.mp3\r\nhttp://x/Night%20Ferry.mp3\r\n',
    'a.m3u',
  )
  expect(titles({ lines })).toEqual(['Tin Orchard / Copper Hours', ' / Night Ferry'])
})

test('what is no list says so', async () => {
  expect(titles(await read('{"playlist": 3}', 'a.jspf'))).toEqual(['! 1'])
  expect(titles(await read('{"playlist": {"track": [{"title": "A"}, 7, {"creator": "B"}]}}'))).toEqual([
    ' / A',
    '! 2',
    '! 3',
  ])
  expect(titles(await read(''))).toEqual([])
})

test('a picture, a sound or an archive is no list, whatever it is called', async () => {
  const starts = [
    '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0',
    'RIFF\x24\0\0\0WAVEfmt \n',
    'PK\x03\x04\x14\0\x06\0',
    '\0\0\0\x20ftypM4A ',
  ]
  for (const start of starts)
    for (const name of ['a.csv', 'a.m3u', 'a.png'])
      for (const piece of [3, 1000]) {
        const { lines } = await read(Buffer.from(`${start}\n${'more, of it\n'.repeat(90)}`, 'latin1'), name, piece)
        expect(lines).toEqual([{ line: 1, text: name, problem: 'This is no list: the file is not text.' }])
      }
})

test('the same song is known through versions and typing errors, and another song is not taken for it', () => {
  const found = { title: 'Copper Hours', artist: 'Tin Orchard', durationMs: 200_000 }
  const named = (title: string, artist: string, durationMs: number | null = null) =>
    isSameSong({ title, artist, durationMs, album: null, url: null }, found)
  expect(named('Copper Hours', 'Tin Orchard', 209_000)).toBe(true)
  expect(named('copper hours (Remastered)', 'Somebody feat. Tin Orchard')).toBe(true)
  expect(named('Copper Hours - 2011 Remaster', 'Tin Orchard; Somebody')).toBe(true)
  expect(named('Coper Hours', 'Tin Orchad')).toBe(true)
  expect(named('Copper Hours', '', 201_000)).toBe(true)
  expect(named('Copper Hours', 'Tin Orchard', 260_000)).toBe(false)
  expect(named('Copper Hours', 'Ferrous')).toBe(false)
  expect(named('Copper Flowers', 'Tin Orchard')).toBe(false)
  expect(named('Copper Hours', '', 230_000)).toBe(false)
})
