import { io, type Socket } from 'socket.io-client'
import { heardRefusal } from '@/components/language/browser-text'
import type { Presence, RoomEvent, RoomNews } from '@/lib/events'
import { msg } from '@/lib/language/text'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import type { RoomEnd } from './room-state'

export type Connection =
  | { status: 'connecting' }
  | { status: 'connected' }
  | { status: 'reconnecting'; attempt: number }

/** A Result whose refusal may also be `offline`, which no server sends. */
export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: { code: string; message: string } }

export type RoomListeners = {
  /** Which version of the room this browser has, and as whom. */
  known: () => { version: number; memberId: string }
  /** The room as it is: this browser lacks more than some events. */
  joined: (snapshot: RoomSnapshot) => void
  /** What happened while this browser was away. */
  missed: (events: RoomEvent[]) => void
  ended: (end: RoomEnd) => void
  event: (event: RoomEvent) => void
  presence: (presence: Presence) => void
  connection: (connection: Connection) => void
}

/** Refusals of room:join that trying again does not change. */
const ENDS: Partial<Record<string, RoomEnd>> = {
  room_closed: 'closed',
  room_not_found: 'closed',
  not_member: 'outside',
  banned: 'banned',
  not_signed_in: 'session',
  session_ended: 'session',
}

const ANSWER_MS = 5000
const RETRY_MS = 1000

/** A socket of the own origin that is not connected yet. */
export function roomSocket(): Socket {
  return io({
    path: '/socket.io',
    addTrailingSlash: false,
    autoConnect: false,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 300,
    // Back within 3 s of a server that is, also where joining has to be tried twice: what is waited differs by half.
    reconnectionDelayMax: 1000,
  })
}

/** Connects, joins the room after each connect, and passes on what arrives. Answers how to end it. */
export function connectRoom(socket: Socket, code: string, on: RoomListeners): () => void {
  let retry: ReturnType<typeof setTimeout> | undefined
  const join = async () => {
    const answer = await ask<RoomSnapshot | RoomNews>(socket, 'room:join', { code, ...on.known() })
    if (!socket.connected) return
    if (answer.ok) {
      if ('room' in answer.value) on.joined(answer.value)
      else takeNews(answer.value, on)
      on.connection({ status: 'connected' })
      return
    }
    const end = ENDS[answer.refusal.code]
    if (end) on.ended(end)
    else retry = setTimeout(join, RETRY_MS)
  }
  const lost = (reason: string) => {
    on.connection({ status: 'reconnecting', attempt: 1 })
    // The server hung up (it restarts, or it shed load): Socket.IO leaves coming back to us.
    if (reason === 'io server disconnect') retry = setTimeout(() => socket.connect(), RETRY_MS)
  }
  const attempt = (count: number) => on.connection({ status: 'reconnecting', attempt: count })
  const online = () => reconnectNow(socket)

  socket.on('connect', join).on('disconnect', lost).on('room:event', on.event).on('presence', on.presence)
  socket.io.on('reconnect_attempt', attempt)
  window.addEventListener('online', online)
  socket.connect()
  return () => {
    clearTimeout(retry)
    window.removeEventListener('online', online)
    socket.io.off('reconnect_attempt', attempt)
    socket.off('connect', join).off('disconnect', lost).off('room:event', on.event).off('presence', on.presence)
    socket.disconnect()
  }
}

function takeNews({ missed, listening, silent }: RoomNews, on: RoomListeners) {
  on.missed(missed)
  on.presence({ listening, silent })
}

/** Does not wait for the next try. */
export function reconnectNow(socket: Socket): void {
  if (!socket.connected) socket.disconnect().connect()
}

type Ack = { ok: true } | { ok: false; error: { code: string; message: string } }

const NO_ANSWER = { code: 'offline', message: msg('The room did not answer. Check the connection and try again.') }

/** One message and its answer. Refused as `offline` when none came. */
export async function ask<T>(socket: Socket, event: string, message: object): Promise<Answer<T>> {
  try {
    const ack: Ack = await socket.timeout(ANSWER_MS).emitWithAck(event, message)
    return ack.ok ? { ok: true, value: ack as T } : { ok: false, refusal: heardRefusal(ack.error) }
  } catch {
    return { ok: false, refusal: heardRefusal(NO_ANSWER) }
  }
}
