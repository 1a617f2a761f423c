'use client'
import { useCallback, useRef, useState } from 'react'
import { call } from '@/components/api'
import type { TrackPage } from '@/lib/catalog/schema'
import type { TrackSummary } from '@/lib/catalog/track'

/** What is on the page: `query` is what it was found by, which lags behind what is being typed. */
export type Found = {
  query: string
  items: TrackSummary[]
  nextCursor: string | null
  /** Why there is nothing. */
  failure: string | null
}

const PAGE = 50
// Long enough that fast typing asks once, short enough to feel like none.
const TYPING_MS = 120

export const EMPTY: Found = { query: '', items: [], nextCursor: null, failure: null }

/** Searches as one types. An answer that comes after a later question is thrown away. */
export function useSearch(first: Found) {
  const [found, setFound] = useState(first)
  const [isLooking, setLooking] = useState(false)
  const asked = useRef(first.query)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const look = useCallback(async (query: string) => {
    asked.current = query
    writeAddress(query)
    if (query === '') {
      setLooking(false)
      return setFound(EMPTY)
    }
    setLooking(true)
    const page = await call('get', '/api/search', { query: { limit: PAGE, q: query } })
    if (asked.current !== query) return
    setLooking(false)
    setFound({ ...EMPTY, query, ...(page.ok ? page.value : { failure: page.refusal.message }) })
  }, [])

  const type = (text: string) => {
    clearTimeout(timer.current)
    const query = text.trim()
    if (query !== asked.current) timer.current = setTimeout(() => void look(query), query === '' ? 0 : TYPING_MS)
  }
  const isAsking = useRef(false)
  const { query, nextCursor } = found
  /** Answers why it failed, else null. */
  const more = useCallback(async () => {
    if (nextCursor === null || isAsking.current) return null
    isAsking.current = true
    const page = await call('get', '/api/search', { query: { limit: PAGE, q: query, cursor: nextCursor } })
    isAsking.current = false
    if (!page.ok) return page.refusal.message
    setFound((now) => (now.query === query ? withPage(now, page.value) : now))
    return null
  }, [query, nextCursor])
  return { found, isLooking, type, look, more }
}

// A song that came into the catalogue meanwhile moves the others one place down.
function withPage(found: Found, { items, nextCursor }: TrackPage): Found {
  const there = new Set(found.items.map(({ id }) => id))
  return { ...found, nextCursor, items: [...found.items, ...items.filter(({ id }) => !there.has(id))] }
}

function writeAddress(query: string) {
  window.history.replaceState(null, '', query ? `/search?q=${encodeURIComponent(query)}` : '/search')
}
