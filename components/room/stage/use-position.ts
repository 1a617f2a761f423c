'use client'

import { useEffect, useEffectEvent } from 'react'
import type { Draw } from '@/components/room/room-ticker'
import { useTicker } from '@/components/room/sound/player-context'

/** Draws the song's position whenever the room's ticker says so, without rendering. */
export function usePosition(draw: Draw): void {
  const ticker = useTicker()
  const drawNow = useEffectEvent(draw)
  useEffect(() => ticker.add((positionMs) => drawNow(positionMs)), [ticker])
}
