'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { useRoomContext } from '@/components/room/room-context'
import { ask } from '@/components/room/room-socket'
import { say } from '@/components/room/room-toasts'
import { usePlayerControls } from '@/components/room/sound/player-context'
import type { Reaction } from '@/lib/events'
import type { ReactionKind } from '@/lib/rooms/reactions'
import { landed, type Reactions, react } from './reaction-state'

const FLOAT_MS = 1600
/** Further off than this, as before the clock is known, the reaction floats, and leaves nothing at a wrong place. */
const MOST_ON_ITS_WAY_MS = 2000

let count = 0

/** What people throw in during a song: it floats for a moment, then stays where in the song it was thrown. */
export function useReactions(durationMs: number): Reactions {
  const { socket, room } = useRoomContext()
  const { positionMs, serverNowMs } = usePlayerControls()
  const [reactions, setReactions] = useState<Reactions>({ floating: [], pips: [] })

  const placeOf = useEffectEvent((at: number) => {
    const now = serverNowMs()
    if (now === null) return null
    const agoMs = room.playback.isPlaying ? now - at : 0
    if (Math.abs(agoMs) > MOST_ON_ITS_WAY_MS) return null
    return Math.max(0, Math.min(durationMs, positionMs() - agoMs))
  })
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const take = ({ kind, at }: Reaction) => {
      const id = ++count
      const reacted = { id, kind, positionMs: placeOf(at), durationMs }
      // Nobody sees it float on a hidden page, and its timers may sleep.
      setReactions((before) => (document.hidden ? landed(react(before, reacted), id) : react(before, reacted)))
      if (document.hidden) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        setReactions((before) => landed(before, id))
      }, FLOAT_MS)
      timers.add(timer)
    }
    socket.on('reaction', take)
    return () => {
      socket.off('reaction', take)
      for (const timer of timers) clearTimeout(timer)
    }
  }, [socket, durationMs])
  return reactions
}

export function useReact() {
  const { socket } = useRoomContext()
  return async (kind: ReactionKind) => {
    const answer = await ask(socket, 'reaction:send', { kind })
    if (!answer.ok) say.refusal(answer.refusal)
  }
}
