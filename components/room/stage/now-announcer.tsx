'use client'

import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'

/** Tells readers what plays, politely, when it changes. */
export function NowAnnouncer() {
  const t = useText()
  const { nowPlaying, playback } = useRoomContext().room
  const state = playback.isPlaying ? t('Now playing') : t('Paused')
  return (
    <p aria-live="polite" className="sr-only">
      {nowPlaying
        ? t('{state}: {title} by {artist}', { state, title: nowPlaying.track.title, artist: nowPlaying.track.artist })
        : t('Nothing is playing')}
    </p>
  )
}
