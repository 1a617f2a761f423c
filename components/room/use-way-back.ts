'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { isNarrow } from './narrow'
import { depthOf, ONLY_THE_ROOM, type Shown, stepTo } from './shown'

/**
 * On a phone, Back closes what is open instead of leaving the room, which would stop the music: whatever opens has an
 * entry of the browser's history that says what is shown.
 */
export function useWayBack(shown: Shown, show: (shown: Shown) => void): void {
  // Going takes a moment, in which more may open or close: that waits until the browser has arrived.
  const isGoing = useRef(false)
  const go = (entries: number) => {
    isGoing.current = true
    history.go(entries)
  }
  const follow = useEffectEvent((wanted: Shown) => {
    if (isGoing.current) return
    const step = stepTo(shownHere(), wanted)
    if (!step) return
    if ('go' in step) go(step.go)
    else if ('replace' in step) history.replaceState(marked(step.replace), '')
    else if (isNarrow()) for (const next of step.push) history.pushState(marked(next), '')
  })
  const arrive = useEffectEvent(() => {
    if (!isGoing.current) return show(shownHere())
    isGoing.current = false
    follow(shown)
  })

  // Also after a reload, which closes what was open: its entry would do nothing.
  useEffect(() => follow(shown), [shown])

  useEffect(() => {
    const listener = () => arrive()
    window.addEventListener('popstate', listener)
    return () => {
      window.removeEventListener('popstate', listener)
      // The room has ended with something open. Who went to another page is at an entry of that page.
      const depth = depthOf(shownHere())
      if (depth > 0 && !isGoing.current) history.go(-depth)
    }
  }, [])
}

const KEY = 'shownInRoom'

/** Of the entry at which the browser is. */
const shownHere = (): Shown => history.state?.[KEY] ?? ONLY_THE_ROOM

/** The router has its own things in there. */
const marked = (shown: Shown) => ({ ...history.state, [KEY]: shown })
