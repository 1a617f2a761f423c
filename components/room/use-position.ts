'use client'

import { useEffect, useEffectEvent } from 'react'
import { usePlayerControls } from './player-context'
import { useRoomContext } from './room-context'

/**
 * Draws the song's position again and again without rendering: while it plays, while the page is visible, and only
 * as often as the drawing can change. Reduced motion: each second.
 */
export function usePosition(draw: (positionMs: number) => void, everyMs: number): void {
  const { positionMs } = usePlayerControls()
  const { playback } = useRoomContext().room
  const drawNow = useEffectEvent(() => draw(positionMs()))

  // The playback is a dependency because a seek while paused has to be drawn too.
  useEffect(() => {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const step = isCalm ? Math.max(1000, everyMs) : everyMs
    let timer: ReturnType<typeof setInterval> | undefined
    const run = () => {
      clearInterval(timer)
      if (document.hidden) return
      drawNow()
      if (playback.isPlaying) timer = setInterval(drawNow, step)
    }
    run()
    document.addEventListener('visibilitychange', run)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', run)
    }
  }, [playback, everyMs])
}
