'use client'

import { useEffect } from 'react'
import { useRoomContext } from '@/components/room/room-context'

/** The song lends its colour to the whole page. */
export function RoomColour() {
  const { nowPlaying } = useRoomContext().room
  const colour = nowPlaying?.track.colour
  const { h, c, h2 } = colour ?? { h: 190, c: 0.1, h2: 60 }

  useEffect(() => {
    const { style } = document.documentElement
    const values = { '--h': h, '--c': c, '--h2': h2 }
    for (const [name, value] of Object.entries(values)) style.setProperty(name, String(value))
    return () => {
      for (const name of Object.keys(values)) style.removeProperty(name)
    }
  }, [h, c, h2])
  return null
}
