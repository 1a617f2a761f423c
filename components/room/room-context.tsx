'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'
import type { TrackDetails } from '@/lib/catalog/track'
import type { Notices } from '@/lib/preferences/schema'
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
/** The pictures of those who have one, by member. */
const FacesContext = createContext<ReadonlyMap<string, string>>(new Map())

export function RoomProvider({
  initial,
  details,
  notices,
  children,
}: {
  initial: RoomSnapshot
  details: TrackDetails | null
  /** Which toasts this person wants. */
  notices: Notices
  children: ReactNode
}) {
  const hook = useRoom(initial, details, notices)
  const { actions } = hook
  const { memberId, role } = hook.room.me
  const { settings } = hook.room.room
  const { members } = hook.room
  const faces = useMemo(
    () => new Map(members.flatMap(({ memberId, avatarUrl }) => (avatarUrl ? [[memberId, avatarUrl]] : []))),
    [members],
  )
  const acting = useMemo(
    () => ({ actions, myId: memberId, may: (action: RoomAction) => can(role, action, settings) }),
    [actions, memberId, role, settings],
  )
  return (
    <ActingContext value={acting}>
      <FacesContext value={faces}>
        <RoomContext value={hook}>{children}</RoomContext>
      </FacesContext>
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

/** The member's picture; null for those without one, and for those who have left. */
export const useFace = (memberId: string): string | null => use(FacesContext).get(memberId) ?? null
