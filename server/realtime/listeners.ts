import type { Place, RealtimeSocket } from './socket'

type Hooks = {
  /** The room has its first socket here. */
  opened: (roomId: string) => void
  /** Its last one is gone. */
  closed: (roomId: string) => void
  changed: (roomId: string) => void
}

/** The sockets of this process by room. Several sockets of a member are one listener. */
export class Listeners {
  private readonly rooms = new Map<string, Set<RealtimeSocket>>()

  constructor(private readonly hooks: Hooks) {}

  enter(socket: RealtimeSocket, place: Place): void {
    this.leave(socket)
    const { roomId } = place
    const sockets = this.rooms.get(roomId)
    socket.data.place = place
    if (sockets) sockets.add(socket)
    else {
      this.rooms.set(roomId, new Set([socket]))
      this.hooks.opened(roomId)
    }
    this.hooks.changed(roomId)
  }

  leave(socket: RealtimeSocket): void {
    const roomId = socket.data.place?.roomId
    if (!roomId) return
    delete socket.data.place
    // Socket.IO's channel has the room's name.
    socket.leave(roomId)
    const sockets = this.rooms.get(roomId)
    sockets?.delete(socket)
    this.hooks.changed(roomId)
    if (sockets?.size !== 0) return
    this.rooms.delete(roomId)
    this.hooks.closed(roomId)
  }

  /** Takes out every socket of the member, or of everybody. */
  remove(roomId: string, memberId?: string): void {
    for (const socket of this.socketsIn(roomId)) {
      if (!memberId || socket.data.place?.memberId === memberId) this.leave(socket)
    }
  }

  roomIds(): string[] {
    return [...this.rooms.keys()]
  }

  socketsIn(roomId: string): RealtimeSocket[] {
    return [...(this.rooms.get(roomId) ?? [])]
  }

  /** The browser of the socket plays the room from now on, or does not. */
  setSilent(socket: RealtimeSocket, isSilent: boolean): void {
    const { place } = socket.data
    if (!place || place.isSilent === isSilent) return
    socket.data.place = { ...place, isSilent }
    this.hooks.changed(place.roomId)
  }

  /** Each member, and whether all their browsers here are silent. */
  membersIn(roomId: string): Map<string, boolean> {
    const members = new Map<string, boolean>()
    for (const { data } of this.socketsIn(roomId)) {
      if (!data.place) continue
      const { memberId, isSilent } = data.place
      members.set(memberId, isSilent && (members.get(memberId) ?? true))
    }
    return members
  }
}
