'use client'

import { useEffect, useState } from 'react'
import { call } from '@/components/api'
import { endsAt } from '@/lib/playback/transitions'
import { nextOf } from '@/lib/queue/rules'
import type { QueueItem } from '@/lib/queue/schema'
import type { RoomSnapshot } from '@/lib/rooms/schema'

/** A room full of people does not ask at the same instant. */
const SPREAD_MS = 3_000
/** Asked again so long before the end: votes change what comes back, and it has to be decoded by then. */
const LAST_LOOK_MS = 20_000

/** The song that comes back after this one, while nothing waits and the room lets songs come back. */
export function useComeback({ room, playback, nowPlaying, queue }: RoomSnapshot): QueueItem | null {
  const [known, setKnown] = useState<{ after: string; item: QueueItem | null } | null>(null)
  const isAwaited = room.settings.whenEmpty === 'trending' && !nextOf(queue)
  const after = isAwaited ? (nowPlaying?.queueId ?? null) : null
  const end = after && nowPlaying ? endsAt(playback, nowPlaying.track.durationMs) : null
  const { code } = room

  useEffect(() => {
    if (after === null) return
    let isOver = false
    const ask = async () => {
      const answer = await call('get', '/api/rooms/{code}/comeback', { params: { code } })
      if (answer.ok && !isOver) setKnown({ after, ...answer.value })
    }
    const timers = [setTimeout(ask, Math.random() * SPREAD_MS)]
    if (end !== null) timers.push(setTimeout(ask, end - Date.now() - LAST_LOOK_MS + Math.random() * SPREAD_MS))
    return () => {
      isOver = true
      for (const timer of timers) clearTimeout(timer)
    }
  }, [code, after, end])

  return known && known.after === after ? known.item : null
}
