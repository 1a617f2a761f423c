import { type CsvRow, csvRows } from './csv-rows'
import { bad, listed } from './listed'
import type { ListedLine } from './song'

/** The names that services give their columns, without case and spaces. */
const COLUMNS = {
  title: ['title', 'track', 'trackname', 'name', 'song', 'songname', 'titel'],
  artist: ['artist', 'artists', 'artistname', 'artistnames', 'artistname(s)', 'creator', 'künstler', 'interpret'],
  album: ['album', 'albumname', 'albumtitle'],
  duration: ['duration', 'durationms', 'duration(ms)', 'trackduration(ms)', 'trackdurationms', 'time', 'length'],
  url: ['link', 'url', 'location', 'uri'],
} as const

type Column = keyof typeof COLUMNS
/** `isMs`: the head says that durations are in ms. */
type Places = Partial<Record<Column, number>> & { isMs?: boolean }

/** With a head that names its columns, in any order; without one it is title, artist, album, duration. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<ListedLine> {
  let places: Places | null = null
  for await (const row of csvRows(text)) {
    if (!places) {
      const named = placesOf(row.cells)
      places = named ?? { title: 0, artist: 1, album: 2, duration: 3 }
      if (named) continue
    }
    if ('broken' in row) yield bad(row.line, row.cells.join(', '), 'A quotation mark in this line is never closed.')
    else if (row.cells.some((cell) => cell.trim() !== '')) yield songOf(row, places)
  }
}

function placesOf(cells: string[]): Places | null {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[\s_]+/g, ''))
  const places: Places = {}
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const place = names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name))
    if (place >= 0) places[column] = place
  }
  if (places.duration !== undefined) places.isMs = /ms\)?$/.test(names[places.duration] ?? '')
  return places.title === undefined ? null : places
}

function songOf({ line, cells }: CsvRow, places: Places): ListedLine {
  const cell = (column: Column) => unguarded(cells[places[column] ?? -1] ?? '')
  return listed(line, cells.join(', '), {
    title: cell('title'),
    artist: cell('artist'),
    album: cell('album'),
    durationMs: durationOf(cell('duration'), places.isMs ?? false),
    url: cell('url'),
  })
}

/** The apostrophe that keeps a spreadsheet from running the cell. */
const unguarded = (text: string) => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

/** "3:07", "1:02:03", "187" (seconds), "187000" (ms). */
function durationOf(text: string, isMs: boolean): number | null {
  if (/^\d{1,3}(:\d{1,2}){1,2}$/.test(text.trim()))
    return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000
  const number = Number(text)
  if (!text.trim() || !Number.isFinite(number) || number <= 0) return null
  return isMs || number >= 10_000 ? number : number * 1000
}
