import { call } from '@/components/api'
import type { Answer } from '@/components/room/room-socket'
import type { TrackPage } from '@/lib/catalog/schema'

export type SearchAnswer = Promise<Answer<TrackPage>>
export type SearchCache = (query: string) => SearchAnswer

const KEPT = 40
const SHOWN = 20

/** Asks each search once while the palette is open; the empty one is answered with what is new. */
export function searchCache(): SearchCache {
  const known = new Map<string, SearchAnswer>()
  return (query) => {
    const key = query.trim().toLowerCase()
    const old = known.get(key)
    if (old) return old
    const asked: SearchAnswer = key
      ? call('get', '/api/search', { query: { q: key, limit: SHOWN } })
      : call('get', '/api/tracks', { query: { sort: 'new', limit: SHOWN } })
    known.set(key, asked)
    if (known.size > KEPT) known.delete(known.keys().next().value ?? '')
    // A failure is not kept: typing on tries again.
    void asked.then((answer) => !answer.ok && known.delete(key))
    return asked
  }
}
