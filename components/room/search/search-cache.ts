import { call } from '@/components/api'
import type { Answer } from '@/components/room/room-socket'
import type { VideoPage } from '@/lib/providers/schema'
import { isAddress } from '@/lib/providers/youtube-address'

export type Searching<T> = { ask: (query: string) => Promise<Answer<T>>; renew: (query: string) => void }

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
  const known = new Map<string, Promise<Answer<T>>>()
  const failed = new Set<string>()
  /** The same promise for as long as it is shown, also when it failed: React asks for it each time that it renders. */
  const ask = (query: string) => {
    const key = keyOf(query)
    const old = known.get(key)
    if (old) return old
    const asked = asker(key)
    known.set(key, asked)
    if (known.size > KEPT) known.delete(known.keys().next().value ?? '')
    void asked.then((answer) => !answer.ok && failed.add(key))
    return asked
  }
  /** Somebody wants this search: one that failed is asked anew. */
  const renew = (query: string) => {
    const key = keyOf(query)
    if (failed.delete(key)) known.delete(key)
  }
  return { ask, renew }
}

const keyOf = (query: string) => (isAddress(query) ? query.trim() : query.trim().toLowerCase())
