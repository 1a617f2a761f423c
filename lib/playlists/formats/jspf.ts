import { bad, listed } from './listed'
import type { ListHead } from './read'
import type { ListedLine } from './song'

/** JSON cannot be read in pieces, so such a list has a size that memory bears. */
const MOST_CHARS = 12_000_000

/** JSPF: `{ playlist: { title, track: [{ title, creator, album, duration, location }] } }`. Lines are places in it. */
export async function* readJspf(text: AsyncIterable<string>, head: ListHead): AsyncGenerator<ListedLine> {
  let whole = ''
  for await (const piece of text) {
    whole += piece
    if (whole.length > MOST_CHARS) return yield bad(1, '', 'This JSPF file is larger than 12 MB. Split it, or use CSV.')
  }
  const playlist = playlistIn(whole)
  if (!playlist) return yield bad(1, whole.slice(0, 80), 'This is no JSPF: it has no list of tracks.')
  head.name = string(playlist.title)
  for (const [index, track] of playlist.track.entries()) yield songOf(index + 1, track)
}

function songOf(line: number, track: unknown): ListedLine {
  if (!isRecord(track)) return bad(line, JSON.stringify(track), 'This is no track.')
  const places = [track.location, track.identifier].flat().map(string)
  return listed(line, string(track.title) ?? '', {
    title: string(track.title),
    artist: string(track.creator),
    album: string(track.album),
    durationMs: typeof track.duration === 'number' ? track.duration : null,
    url: places.find((place) => place !== null) ?? null,
  })
}

function playlistIn(text: string): { title: unknown; track: unknown[] } | null {
  try {
    const parsed: unknown = JSON.parse(text)
    const playlist = isRecord(parsed) && isRecord(parsed.playlist) ? parsed.playlist : parsed
    return isRecord(playlist) && Array.isArray(playlist.track) ? { title: playlist.title, track: playlist.track } : null
  } catch {
    return null
  }
}

const string = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null)
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
