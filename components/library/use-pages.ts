'use client'
import { useCallback, useRef, useState } from 'react'
import { api } from '@/components/api'

type Page<T> = { items: T[]; nextCursor: string | null }

const PAGE = 200

/** A list that comes page by page as its end nears. `keyOf` tells an item that comes twice, since others may reorder. */
export function usePages<T>(path: string, first: Page<T>, keyOf: (item: T) => string) {
  const [items, setItems] = useState(first.items)
  const cursor = useRef(first.nextCursor)
  const isAsking = useRef(false)

  /** Answers why it failed, else null. */
  const more = useCallback(async () => {
    if (isAsking.current || cursor.current === null) return null
    isAsking.current = true
    const page = await api<Page<T>>('GET', `${path}?limit=${PAGE}&cursor=${encodeURIComponent(cursor.current)}`)
    isAsking.current = false
    if (!page.ok) return page.refusal.message
    cursor.current = page.value.nextCursor
    setItems((before) => {
      const there = new Set(before.map(keyOf))
      return [...before, ...page.value.items.filter((item) => !there.has(keyOf(item)))]
    })
    return null
  }, [path, keyOf])

  /** From the start again, as the server has it now. */
  const again = useCallback(async () => {
    const page = await api<Page<T>>('GET', `${path}?limit=${PAGE}`)
    if (!page.ok) return
    cursor.current = page.value.nextCursor
    setItems(page.value.items)
  }, [path])

  /** Whether all of it has come. */
  const isWhole = () => cursor.current === null
  return { items, setItems, more, again, isWhole }
}
