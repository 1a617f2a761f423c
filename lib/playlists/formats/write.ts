import type { ListedSong } from './song'

type Written = ListedSong & { url: string; durationMs: number }
type About = { name: string; description: string | null }

/** A file in three parts, so that it can be written song by song. */
export type ListWriter = { head: string; song: (song: Written, isFirst: boolean) => string; tail: string }

export const LIST_FORMATS = {
  m3u8: { contentType: 'application/vnd.apple.mpegurl; charset=utf-8', writer: m3u8 },
  jspf: { contentType: 'application/jspf+json; charset=utf-8', writer: jspf },
  csv: { contentType: 'text/csv; charset=utf-8', writer: csv },
} as const

export type ListFormat = keyof typeof LIST_FORMATS

function m3u8({ name }: About): ListWriter {
  return {
    head: `#EXTM3U\n#PLAYLIST:${oneLine(name)}\n`,
    song: ({ title, artist, album, durationMs, url }) =>
      [
        `#EXTINF:${Math.round(durationMs / 1000)},${oneLine(artist)} - ${oneLine(title)}`,
        ...(album ? [`#EXTALB:${oneLine(album)}`] : []),
        url,
        '',
      ].join('\n'),
    tail: '',
  }
}

function jspf({ name, description }: About): ListWriter {
  const { playlist } = { playlist: { title: name, ...(description ? { annotation: description } : {}) } }
  return {
    head: `{"playlist":${JSON.stringify(playlist).slice(0, -1)},"track":[`,
    song: ({ title, artist, album, durationMs, url }, isFirst) => {
      const track = { location: [url], title, creator: artist, ...(album ? { album } : {}), duration: durationMs }
      return `${isFirst ? '' : ','}\n${JSON.stringify(track)}`
    },
    tail: '\n]}}\n',
  }
}

function csv(): ListWriter {
  return {
    // The mark tells spreadsheets that it is UTF-8.
    head: '\uFEFFTitle,Artist,Album,Duration (ms),Link\r\n',
    song: ({ title, artist, album, durationMs, url }) =>
      `${[title, artist, album ?? '', String(durationMs), url].map(cell).join(',')}\r\n`,
    tail: '',
  }
}

/** A spreadsheet runs a cell that begins like a formula: the apostrophe keeps it text, and reading takes it off again. */
function cell(text: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ')
