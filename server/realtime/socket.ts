import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { Presence, Reaction, RoomEvent } from '@/lib/events'

/** The room that a socket has joined, as whom. */
export type Place = { roomId: string; memberId: string }

type Outgoing = {
  'room:event': (event: RoomEvent) => void
  presence: (presence: Presence) => void
  reaction: (reaction: Reaction) => void
}

type Data = { place?: Place; roundTripMs?: number }

export type RealtimeServer = Server<DefaultEventsMap, Outgoing, DefaultEventsMap, Data>
export type RealtimeSocket = Socket<DefaultEventsMap, Outgoing, DefaultEventsMap, Data>
