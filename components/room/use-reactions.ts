'use client'

import { useEffect, useState } from 'react'
import type { Reaction } from '@/lib/events'
import type { ReactionKind } from '@/lib/rooms/reactions'
import { useRoomContext } from './room-context'
import { ask } from './room-socket'
import { say } from './room-toasts'

export type Floating = { id: number; kind: ReactionKind; drift: number }

const FLOAT_MS = 1600
/** A whole party at once: more than these would only cover each other, and cost drawing. */
const MOST = 12

let count = 0

/** What people throw in, for as long as it floats. */
export function useReactions() {
  const { socket } = useRoomContext()
  const [floating, setFloating] = useState<Floating[]>([])

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const float = ({ kind }: Reaction) => {
      if (document.hidden) return
      const id = ++count
      setFloating((before) => [...before, { id, kind, drift: ((id * 37) % 56) - 28 }].slice(-MOST))
      const timer = setTimeout(() => {
        timers.delete(timer)
        setFloating((before) => before.filter((one) => one.id !== id))
      }, FLOAT_MS)
      timers.add(timer)
    }
    socket.on('reaction', float)
    return () => {
      socket.off('reaction', float)
      for (const timer of timers) clearTimeout(timer)
    }
  }, [socket])
  return floating
}

export function useReact() {
  const { socket } = useRoomContext()
  return async (kind: ReactionKind) => {
    const answer = await ask(socket, 'reaction:send', { kind })
    if (!answer.ok) say.refusal(answer.refusal)
  }
}
