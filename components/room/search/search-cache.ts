import { call } from '@/components/api'
import { keepAnswers } from '@/components/room/kept-answers'
import type { Answer } from '@/components/room/room-socket'
import type { VideoPage } from '@/lib/providers/schema'
import { isAddress } from '@/lib/providers/youtube-address'

export type Searching<T> = {
  /** `returns` counts how often the connection has come back. */
  ask: (query: string, returns: number) => Promise<Answer<T>>
  renew: (query: string) => void
}

const KEPT = 40
const SHOWN = 20
/** Of the catalogue's search. */
const LONGEST = 100

/** The catalogue; the empty search is answered with what is new. */
export const searchCache = () =>
  askedOnce((words) =>
    words
      ? call('get', '/api/search', { query: { q: words.slice(0, LONGEST), limit: SHOWN } })
      : call('get', '/api/tracks', { query: { sort: 'new', limit: SHOWN } }),
  )

/** YouTube, by words or by the address of a video; nobody has to be asked what the empty search finds. */
export const videoCache = () =>
  askedOnce<VideoPage>(async (text) =>
    text
      ? call('get', '/api/search/youtube', { query: { q: text } })
      : { ok: true, value: { items: [], nextCursor: null } },
  )

/** Asks each search once while the palette is open. */
function askedOnce<T>(asker: (query: string) => Promise<Answer<T>>): Searching<T> {
  const known = keepAnswers(KEPT)
  return {
    ask: (query, returns) => known.answerTo(keyOf(query), returns, () => asker(keyOf(query))),
    renew: (query) => known.renew(keyOf(query)),
  }
}

const keyOf = (query: string) => (isAddress(query) ? query.trim() : query.trim().toLowerCase())
