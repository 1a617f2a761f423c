'use client'

import type { ReactNode } from 'react'
import { useRoomContext } from '@/components/room/room-context'
import { RoomEndPage } from './room-end-page'

/** The room, or why there is none any more. */
export function UntilTheEnd({ children }: { children: ReactNode }) {
  const { end, endReason, room } = useRoomContext()
  const { name, code } = room.room
  if (!end) return children
  return <RoomEndPage end={end} name={name} code={code} reason={endReason} hasNumbers={end === 'closed'} />
}
