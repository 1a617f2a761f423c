'use client'

import { useRef } from 'react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { usePosition } from '@/components/room/stage/use-position'

import { nextText } from '@/components/room/time-text'

/** "Next, in 1:25", written as the song moves, without rendering. */
export function NextIn() {
  const t = useText()
  const text = useRef<HTMLDivElement>(null)
  const { nowPlaying } = useRoomContext().room
  usePosition((positionMs) => {
    if (!text.current) return
    const next = nextText(t, nowPlaying ? nowPlaying.track.durationMs - positionMs : 0)
    if (text.current.textContent !== next) text.current.textContent = next
  })
  return (
    <div ref={text} className="mb-0.5 text-xs font-medium text-accent tabular-nums">
      {t('Next')}
    </div>
  )
}
