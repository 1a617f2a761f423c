'use client'

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Line } from './chat-lines'

const NEAR_PX = 60

/** Keeps the newest line in view, unless somebody scrolled up to read: then it says that there is more. */
export function useStayAtEnd(lines: Line[]) {
  const log = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const [isBehind, setBehind] = useState(false)
  const last = lines.at(-1)
  const isMine = last?.kind === 'said' && last.parts.at(-1)?.outgoing != null

  const toEnd = useEffectEvent(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight })
    setBehind(false)
  })
  useLayoutEffect(() => {
    if (lines.length === 0) return
    if (isAtEnd.current || isMine) toEnd()
    else setBehind(true)
  }, [lines, isMine])

  useEffect(() => {
    const element = log.current
    if (!element) return
    const scrolled = () => {
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
      if (isAtEnd.current) setBehind(false)
    }
    // A phone's keyboard, or a person more in the list above, makes it smaller.
    const resized = new ResizeObserver(() => isAtEnd.current && toEnd())
    resized.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [])
  return { log, isBehind, toEnd: () => toEnd() }
}
