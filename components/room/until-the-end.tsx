'use client'

import type { ReactNode } from 'react'
import { useRoomContext } from './room-context'
import { RoomEndPage } from './room-end-page'

/** The room, or why there is none any more. */
export function UntilTheEnd({ children }: { children: ReactNode }) {
  const { end, room } = useRoomContext()
  return end ? <RoomEndPage end={end} name={room.room.name} code={room.room.code} /> : children
}
