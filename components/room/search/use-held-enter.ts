'use client'

import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * Who types and presses enter at once means what they typed, not what the list still shows: the first of the songs here,
 * and where there are none the first of those outside. It is held until that is known, and forgotten by typing on.
 */
export function useHeldEnter(list: RefObject<HTMLElement | null>, isHereStale: boolean, isOutsideStale: boolean) {
  const isHeld = useRef(false)
  const isWaiting = () => isHereStale || (isOutsideStale && !firstIn(list))

  const hold = (event: KeyboardEvent<HTMLElement>) => {
    // A word that an input method is still composing ends with enter as well; in Safari only its code says so.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
    if (!isWaiting() && list.current?.querySelector('[aria-selected="true"]')) return
    event.preventDefault()
    isHeld.current = isWaiting()
    if (!isHeld.current) firstIn(list)?.click()
  }
  useEffect(() => {
    if (!isHeld.current || isHereStale || (isOutsideStale && !firstIn(list))) return
    isHeld.current = false
    firstIn(list)?.click()
  }, [list, isHereStale, isOutsideStale])
  const forget = () => {
    isHeld.current = false
  }
  return { hold, forget }
}

const firstIn = (list: RefObject<HTMLElement | null>) =>
  list.current?.querySelector<HTMLElement>('[role="option"]:not([aria-disabled="true"])')
