'use client'

import { useEffect } from 'react'
import { usePlayerControls } from './player-context'
import { useRoomContext } from './room-context'

/** When in a beat, and how bright from then on: the first part of it is the beat. */
const STEPS = [
  { at: 0, opacity: '1' },
  { at: 0.3, opacity: '0.8' },
  { at: 0.6, opacity: '0.62' },
]
const UNKNOWN_BPM = 100

/**
 * Everything of class `beat` or `animate-beat` in the room goes with the music, on all screens together. In three
 * steps by a timer: an endless CSS animation makes a browser without a GPU draw sixty times a second, all night.
 */
export function useBeat(bpm: number | null): void {
  const { positionMs } = usePlayerControls()
  const { playback } = useRoomContext().room
  const beatMs = 60_000 / (bpm ?? UNKNOWN_BPM)

  useEffect(() => {
    if (!playback.isPlaying || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      clearTimeout(timer)
      if (document.hidden) return
      const phase = (((positionMs() / beatMs) % 1) + 1) % 1
      const step = STEPS.findLast(({ at }) => at <= phase + 0.01) ?? STEPS[0]
      const next = STEPS.find(({ at }) => at > phase + 0.01)?.at ?? 1
      light(step?.opacity ?? '')
      timer = setTimeout(tick, Math.max(20, (next - phase) * beatMs))
    }
    tick()
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
      light('')
    }
  }, [playback, positionMs, beatMs])
}

function light(opacity: string) {
  const dots = document.querySelectorAll<HTMLElement>('[data-room] :is(.beat, .animate-beat)')
  for (const dot of dots) dot.style.opacity = opacity
}
