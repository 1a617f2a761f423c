'use client'

import { useReducer, useRef, useState, useTransition } from 'react'
import { useRoomContext } from '@/components/room/room-context'
import type { Searching } from './search-cache'

/** A search that follows what is typed: asked when the typing rests for `restMs`, its last answer shown until then. */
export function useAsked<T>(open: () => Searching<T>, text: string, restMs: number) {
  const { returns } = useRoomContext()
  const [search] = useState(open)
  const [asked, setAsked] = useState('')
  // The same search once more is a change too.
  const [, count] = useReducer((asks: number) => asks + 1, 0)
  const [isPending, startTransition] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const ask = (query: string) => {
    search.renew(query)
    startTransition(() => {
      setAsked(query)
      count()
    })
  }
  const askSoon = (query: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask(query), restMs)
  }
  const answerTo = (query: string) => search.ask(query, returns)
  return { asked, ask, askSoon, isPending, isStale: isPending || asked !== text, answerTo }
}
