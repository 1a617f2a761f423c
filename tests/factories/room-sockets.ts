import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import { GUEST_COOKIE } from '@/lib/auth/cookies'
import { signGuestToken } from '@/lib/auth/guest-token'
import type { ChatMessage } from '@/lib/chat/schema'
import type { Presence, RoomEvent } from '@/lib/events'
import { addStream } from '@/lib/queue/mutations'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { createGuest, createRoom } from './rooms'
import { createTrack } from './tracks'

export type Ack = { ok: boolean; error?: { code: string; message: string } } & Record<string, unknown>

/** A real Socket.IO client with what it was told. Ask it things with `ask`. */
export type RoomSocket = {
  socket: Socket
  events: RoomEvent[]
  presences: Presence[]
  reactions: unknown[]
  messages: ChatMessage[]
  ask: (event: string, ...args: unknown[]) => Promise<Ack>
  close: () => void
}

export async function openSocket(port: number, cookie?: string, headers: Record<string, string> = {}) {
  const socket = io(`http://127.0.0.1:${port}`, {
    path: '/socket.io',
    addTrailingSlash: false,
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    extraHeaders: { ...headers, ...(cookie ? { cookie } : {}) },
  })
  const client: RoomSocket = {
    socket,
    events: [],
    presences: [],
    reactions: [],
    messages: [],
    ask: (event, ...args) => socket.timeout(5000).emitWithAck(event, ...args),
    close: () => socket.disconnect(),
  }
  socket.on('room:event', (event) => client.events.push(event))
  socket.on('presence', (presence) => client.presences.push(presence))
  socket.on('reaction', (reaction) => client.reactions.push(reaction))
  socket.on('chat:message', (message) => client.messages.push(message))
  await new Promise<void>((resolve, reject) => {
    const refused = (error: Error) => {
      socket.disconnect()
      reject(error)
    }
    socket.once('connect_error', refused)
    socket.once('connect', () => {
      socket.off('connect_error', refused)
      resolve()
    })
  })
  return client
}

export async function cookieOf(member: { guestId: string | null }) {
  return `${GUEST_COOKIE}=${await signGuestToken(member.guestId ?? '')}`
}

type Joined = RoomSocket & { snapshot: RoomSnapshot }

/** A guest's socket that has joined the room. */
export async function joinedSocket(port: number, room: { code: string }, member: { guestId: string | null }) {
  const client = await openSocket(port, await cookieOf(member))
  const { ok, error, ...snapshot } = await client.ask('room:join', { code: room.code })
  if (!ok) throw new Error(error?.message)
  return { ...client, snapshot: snapshot as unknown as RoomSnapshot } satisfies Joined
}

/** A room with songs of these lengths in its queue, somebody who may command and somebody who may not. */
export async function createParty(...durations: number[]) {
  const { room, host } = await createRoom()
  const [moderator, listener] = await Promise.all([
    createGuest(room.id, { displayName: 'Jonas', role: 'moderator' }),
    createGuest(room.id, { displayName: 'Lena' }),
  ])
  const streams: { streamId: string; queueId: string }[] = []
  for (const durationMs of durations) {
    const track = await createTrack({ durationMs })
    const added = await addStream({ memberId: host.id, trackId: track.id })
    if (!added.ok) throw new Error(added.refusal.message)
    streams.push(added.value)
  }
  return { room, host, moderator, listener, streams }
}

/** The next time that the socket is disconnected, and why. */
export async function disconnected({ socket }: RoomSocket): Promise<string> {
  const [reason] = await once(socket as unknown as NodeJS.EventEmitter, 'disconnect')
  return String(reason)
}
