import { splitName } from '@/lib/media/names'
import { linesOf } from './lines'
import { listed, type Words } from './listed'
import type { ListHead } from './read'
import type { ListedLine } from './song'

/**
 * M3U and M3U8: what stands before a path or address describes it. Without `#EXTINF` the file's name speaks.
 */
export async function* readM3u(text: AsyncIterable<string>, head: ListHead): AsyncGenerator<ListedLine> {
  let words: Words = {}
  for await (const { line, text: whole } of linesOf(text)) {
    const row = whole.trim()
    if (row === '') continue
    if (row.startsWith('#')) {
      words = { ...words, ...directive(row, head) }
      continue
    }
    yield listed(line, row, { ...words, ...(words.title ? {} : splitName(decoded(row))), url: row })
    words = {}
  }
}

function directive(row: string, head: ListHead): Words {
  const [, name = '', value = ''] = /^#([A-Z]+):(.*)$/.exec(row) ?? []
  if (name === 'PLAYLIST') head.name = value.trim() || null
  if (name === 'EXTALB') return { album: value }
  if (name === 'EXTINF') return info(value)
  return {}
}

/** `187 key="value",Artist - Title` */
function info(value: string): Words {
  const [, seconds = '', label = ''] = /^\s*(-?\d+(?:\.\d+)?)?[^,]*,(.*)$/.exec(value) ?? []
  const [, artist, title] = /^(.+?) [-–—] (.+)$/.exec(label.trim()) ?? []
  const durationMs = Number(seconds) > 0 ? Number(seconds) * 1000 : null
  return { ...(artist && title ? { artist, title } : { title: label }), durationMs }
}

/** A name in an address is written with %20 for spaces. */
function decoded(row: string): string {
  try {
    return decodeURIComponent(row.replace(/[?#].*$/, ''))
  } catch {
    return row
  }
}
