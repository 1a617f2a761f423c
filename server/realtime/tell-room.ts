import { eventFrame } from './event-frame'
import type { Outgoing, RealtimeServer, RealtimeSocket } from './socket'

export type TellRoom = <Name extends keyof Outgoing>(roomId: string, name: Name, content: Content<Name>) => void

type Content<Name extends keyof Outgoing> = Parameters<Outgoing[Name]>[0]

/**
 * Tells all sockets that have joined the room in this process, each in the order of whatever else it is told. The frame
 * is made once and written straight into the connections: Socket.IO's own way through them takes twice the time.
 */
export function tellRoomOf(io: RealtimeServer): TellRoom {
  return (roomId, name, content) => {
    const socketIds = io.sockets.adapter.rooms.get(roomId)
    if (!socketIds) return
    const frame = eventFrame(name, content)
    for (const socketId of socketIds) {
      const socket = io.sockets.sockets.get(socketId)
      if (socket && !writeFrame(socket, frame)) socket.emit(name, ...([content] as Parameters<Outgoing[typeof name]>))
    }
  }
}

/** False where Engine.IO is not a WebSocket of its own from the beginning, or still holds what was sent before. */
function writeFrame({ conn }: RealtimeSocket, frame: Buffer): boolean {
  const { transport, request, upgraded, readyState } = conn
  if (transport.name !== 'websocket' || upgraded || !transport.writable || readyState !== 'open') return false
  request.socket.write(frame)
  return true
}
