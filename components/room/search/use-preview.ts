'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { usePlayerControls, usePlayerView } from '@/components/room/sound/player-context'
import type { TrackSummary } from '@/lib/catalog/track'

/** Half a minute of a song, on this device only. The room is silent here meanwhile. */
export function usePreview() {
  const { setMuted } = usePlayerControls()
  const { isMuted } = usePlayerView()
  const [playingId, setPlayingId] = useState<string | null>(null)
  const audio = useRef<HTMLAudioElement | null>(null)
  const wasMuted = useRef(false)

  const stop = useCallback(() => {
    if (!audio.current) return
    audio.current.pause()
    audio.current = null
    setPlayingId(null)
    setMuted(wasMuted.current)
  }, [setMuted])
  useEffect(() => stop, [stop])

  const toggle = (track: TrackSummary) => {
    const isSame = playingId === track.id
    stop()
    if (isSame || !track.audio) return
    const sound = new Audio(track.audio.preview)
    sound.onended = stop
    sound.onerror = stop
    wasMuted.current = audio.current ? wasMuted.current : isMuted
    audio.current = sound
    setMuted(true)
    setPlayingId(track.id)
    sound.play().catch(stop)
  }
  return { playingId, toggle }
}
