'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'
import type { TrackDetails } from '@/lib/catalog/track'
import { can, type RoomAction } from '@/lib/rooms/rules'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import type { RoomActions } from './room-actions'
import { type RoomHook, useRoom } from './use-room'

export type Acting = {
  actions: RoomActions
  myId: string
  /** What would be refused is hidden. */
  may: (action: RoomAction) => boolean
}

// Two contexts: the room changes with each event, what I can do in it hardly ever, and long lists only need that.
const RoomContext = createContext<RoomHook | null>(null)
const ActingContext = createContext<Acting | null>(null)

export function RoomProvider({
  initial,
  details,
  children,
}: {
  initial: RoomSnapshot
  details: TrackDetails | null
  children: ReactNode
}) {
  const hook = useRoom(initial, details)
  const { actions } = hook
  const { memberId, role } = hook.room.me
  const { settings } = hook.room.room
  const acting = useMemo(
    () => ({ actions, myId: memberId, may: (action: RoomAction) => can(role, action, settings) }),
    [actions, memberId, role, settings],
  )
  return (
    <ActingContext value={acting}>
      <RoomContext value={hook}>{children}</RoomContext>
    </ActingContext>
  )
}

export function useRoomContext(): RoomHook {
  const hook = use(RoomContext)
  if (!hook) throw new Error('useRoomContext belongs inside a RoomProvider')
  return hook
}

export function useActing(): Acting {
  const acting = use(ActingContext)
  if (!acting) throw new Error('useActing belongs inside a RoomProvider')
  return acting
}
