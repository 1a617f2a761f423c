'use client'

import { useEffect, useMemo, useState } from 'react'
import { usePlayerControls } from '@/components/room/sound/player-context'
import type { TrackSummary } from '@/lib/catalog/track'
import { createPreview } from './preview'

/** Half a minute of a song, on this device only. The room is silent here meanwhile. */
export function usePreview() {
  const { setHushed } = usePlayerControls()
  const [playingId, setPlayingId] = useState<string | null>(null)
  const preview = useMemo(
    () =>
      createPreview((track) => {
        setPlayingId(track?.id ?? null)
        setHushed(track !== null)
      }),
    [setHushed],
  )
  useEffect(() => preview.stop, [preview])
  return { playingId, toggle: (track: TrackSummary) => preview.toggle(track) }
}
