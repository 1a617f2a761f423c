'use client'

import { useEffect, useEffectEvent } from 'react'
import { useTicker } from './player-context'
import type { Draw } from './room-ticker'

/** Draws the song's position whenever the room's ticker says so, without rendering. */
export function usePosition(draw: Draw): void {
  const ticker = useTicker()
  const drawNow = useEffectEvent(draw)
  useEffect(() => ticker.add((positionMs) => drawNow(positionMs)), [ticker])
}
