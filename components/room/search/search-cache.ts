import { call } from '@/components/api'
import type { Answer } from '@/components/room/room-socket'
import type { TrackPage } from '@/lib/catalog/schema'

export type SearchAnswer = Promise<Answer<TrackPage>>
export type SearchCache = ReturnType<typeof searchCache>

const KEPT = 40
const SHOWN = 20

/** Asks each search once while the palette is open; the empty one is answered with what is new. */
export function searchCache() {
  const known = new Map<string, SearchAnswer>()
  const failed = new Set<string>()
  /** The same promise for as long as it is shown, also when it failed: React asks for it each time that it renders. */
  const ask = (query: string): SearchAnswer => {
    const key = keyOf(query)
    const old = known.get(key)
    if (old) return old
    const asked: SearchAnswer = key
      ? call('get', '/api/search', { query: { q: key, limit: SHOWN } })
      : call('get', '/api/tracks', { query: { sort: 'new', limit: SHOWN } })
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

const keyOf = (query: string) => query.trim().toLowerCase()
