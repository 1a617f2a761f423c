import type { ListedLine } from './song'

/** What a format has found about a song, raw. */
export type Words = {
  title?: string | null
  artist?: string | null
  album?: string | null
  durationMs?: number | null
  url?: string | null
}

const LONGEST = 255
const SHOWN = 120

/** A song if it has at least a title or one of our addresses, else a bad line with the reason. */
export function listed(line: number, text: string, words: Words): ListedLine {
  const title = clean(words.title)
  const url = words.url?.trim() || null
  if (!title && !(url && /\/track\/[0-9a-f-]{36}/i.test(url))) return bad(line, text, 'There is no title in this line.')
  if (title && title.length > LONGEST) return bad(line, text, 'This title is too long to be one.')
  const durationMs =
    words.durationMs && words.durationMs > 0 ? Math.min(Math.round(words.durationMs), 2 ** 31 - 1) : null
  return {
    line,
    song: {
      title: title ?? '',
      artist: clean(words.artist)?.slice(0, LONGEST) ?? '',
      album: clean(words.album)?.slice(0, LONGEST) ?? null,
      durationMs,
      url,
    },
  }
}

export const bad = (line: number, text: string, problem: string): ListedLine => ({
  line,
  problem,
  text: (clean(text) ?? '').slice(0, SHOWN),
})

/** On one line, without what cannot be shown or stored; null when nothing is left. */
function clean(text: string | null | undefined): string | null {
  return text?.replace(/[\p{Cc}\uFFFD]+/gu, ' ').trim() || null
}
