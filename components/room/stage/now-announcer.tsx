'use client'

import { useRoomContext } from '@/components/room/room-context'

/** Tells readers what plays, politely, when it changes. */
export function NowAnnouncer() {
  const { nowPlaying, playback } = useRoomContext().room
  const state = playback.isPlaying ? 'Now playing' : 'Paused'
  return (
    <p aria-live="polite" className="sr-only">
      {nowPlaying ? `${state}: ${nowPlaying.track.title} by ${nowPlaying.track.artist}` : 'Nothing is playing'}
    </p>
  )
}
