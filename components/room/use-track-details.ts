'use client'

import { useEffect, useState } from 'react'
import { call } from '@/components/api'
import type { TrackDetails } from '@/lib/catalog/track'

/** Waveform and tempo of what plays. What comes next is fetched ahead, so that a new song starts with its shape. */
export function useTrackDetails(trackId: string | null, nextTrackId: string | null, initial: TrackDetails | null) {
  const [known, setKnown] = useState<Record<string, TrackDetails>>(initial ? { [initial.id]: initial } : {})
  const missing = [trackId, nextTrackId].filter((id) => id !== null && !known[id]).join(' ')

  useEffect(() => {
    let isOver = false
    for (const id of missing.split(' ').filter(Boolean)) {
      void call('get', '/api/tracks/{id}', { params: { id } }).then((answer) => {
        if (answer.ok && !isOver) setKnown((before) => ({ ...before, [id]: answer.value }))
      })
    }
    return () => {
      isOver = true
    }
  }, [missing])

  return trackId === null ? null : (known[trackId] ?? null)
}
