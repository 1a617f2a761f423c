'use client'

import { useEffect, useState } from 'react'
import type { Socket } from 'socket.io-client'
import { call } from '@/components/api'
import { endsAt } from '@/lib/playback/transitions'
import { nextOf } from '@/lib/queue/rules'
import type { QueueItem } from '@/lib/queue/schema'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { ask } from './room-socket'

/** A room full of people does not ask at the same instant. */
const SPREAD_MS = 3_000
/** Asked again so long before the end: votes change what comes back, and it has to be decoded by then. */
const LAST_LOOK_MS = 20_000

/** The song that comes back after this one, while nothing waits and the room lets songs come back. */
export function useComeback({ room, playback, nowPlaying, queue }: RoomSnapshot, socket: Socket): QueueItem | null {
  const [known, setKnown] = useState<{ after: string; item: QueueItem | null } | null>(null)
  const isAwaited = room.settings.whenEmpty === 'trending' && !nextOf(queue)
  const after = isAwaited ? (nowPlaying?.queueId ?? null) : null
  const end = after && nowPlaying ? endsAt(playback, nowPlaying.track.durationMs) : null
  const { code } = room

  useEffect(() => {
    if (after === null) return
    let isOver = false
    const look = async () => {
      const answer = await call('get', '/api/rooms/{code}/comeback', { params: { code } })
      if (answer.ok && !isOver) setKnown({ after, ...answer.value })
    }
    const timers = [setTimeout(look, Math.random() * SPREAD_MS)]
    void roomNow(socket).then((now) => {
      if (end === null || now === null || isOver) return
      timers.push(setTimeout(look, end - now - LAST_LOOK_MS + Math.random() * SPREAD_MS))
    })
    return () => {
      isOver = true
      for (const timer of timers) clearTimeout(timer)
    }
  }, [socket, code, after, end])

  return known && known.after === after ? known.item : null
}

/** The instant in the room, to the second: the computer's own clock may be wrong. Null while nobody answers. */
async function roomNow(socket: Socket): Promise<number | null> {
  const answer = await ask<{ t1: number }>(socket, 'clock:ping', { t0: performance.now() })
  return answer.ok ? answer.value.t1 : null
}
