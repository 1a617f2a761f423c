import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { Device } from '@/lib/auth/refresh-token'
import type { ChatMessage } from '@/lib/chat/schema'
import type { ChatRemoved, Presence, Reaction, RoomEvent } from '@/lib/events'
import type { Steps } from '@/lib/playback/step'

/** The room that a socket has joined, as whom. */
export type Place = {
  roomId: string
  memberId: string
  isScreen: boolean
  /** Takes part without playing the room. */
  isSilent: boolean
}

/** What a socket is told. */
export type Outgoing = {
  'room:event': (event: RoomEvent) => void
  presence: (presence: Presence) => void
  /** How far those who have reported since the last one are off. */
  steps: (steps: Steps) => void
  reaction: (reaction: Reaction) => void
  'chat:message': (message: ChatMessage) => void
  'chat:removed': (removed: ChatRemoved) => void
  /** Some may have got lost on the bus. */
  'chat:outdated': () => void
}

type Data = {
  place?: Place
  /** The signed-in browser behind it; none for guests. */
  device?: Device
  /** How far away the browser is, and when (on the shared clock) it last said so. */
  line?: { roundTripMs: number; measuredAt: number }
  /** The last that was said of its sound is that it is out of step. */
  isToldLate?: boolean
}

export type RealtimeServer = Server<DefaultEventsMap, Outgoing, DefaultEventsMap, Data>
export type RealtimeSocket = Socket<DefaultEventsMap, Outgoing, DefaultEventsMap, Data>
