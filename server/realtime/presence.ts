import { randomUUID } from 'node:crypto'
import { publish } from '@/lib/bus'
import type { PresenceNews } from '@/lib/events'
import type { Listeners } from './listeners'
import type { RealtimeServer } from './socket'

/** A whole party comes in at once: so long changes are gathered into one message. */
const GATHER_MS = 200
/** Other processes repeat themselves every 10 s; one that has died stops doing so. */
const FORGET_MS = 25_000
/** Keeps the news below what the bus can carry. */
const CHUNK = 150

type Attendance = {
  /** What the sockets here were told. */
  told: string
  /** What the other processes were told. */
  announced: Set<string>
  /** process → member → until when to believe it */
  elsewhere: Map<string, Map<string, number>>
  gathering?: NodeJS.Timeout | undefined
}

/** Who is connected, in this process and the others. */
export class Attendances {
  private readonly process = randomUUID()
  private readonly rooms = new Map<string, Attendance>()

  constructor(
    private readonly io: RealtimeServer,
    private readonly listeners: Pick<Listeners, 'membersIn'>,
    private readonly onArrival: (memberIds: string[]) => void,
  ) {}

  open(roomId: string): void {
    this.rooms.set(roomId, { told: '', announced: new Set(), elsewhere: new Map() })
    this.announce(roomId, { here: [], gone: [], isAsking: true })
  }

  close(roomId: string): void {
    const room = this.rooms.get(roomId)
    if (!room) return
    clearTimeout(room.gathering)
    this.rooms.delete(roomId)
    this.announce(roomId, { here: [], gone: [...room.announced], isAsking: false })
  }

  /** memberIds, each once. */
  listening(roomId: string): string[] {
    const here = this.listeners.membersIn(roomId)
    const elsewhere = [...(this.rooms.get(roomId)?.elsewhere.values() ?? [])].flatMap((members) => [...members.keys()])
    return [...new Set([...here, ...elsewhere])].sort()
  }

  changed(roomId: string): void {
    const room = this.rooms.get(roomId)
    if (room) room.gathering ??= setTimeout(() => this.tell(roomId, room), GATHER_MS)
  }

  take(roomId: string, { process, here, gone, isAsking }: PresenceNews): void {
    const room = this.rooms.get(roomId)
    if (!room || process === this.process) return
    const members = room.elsewhere.get(process) ?? new Map<string, number>()
    room.elsewhere.set(process, members)
    for (const memberId of here) members.set(memberId, performance.now() + FORGET_MS)
    for (const memberId of gone) members.delete(memberId)
    if (isAsking) this.announce(roomId, { here: [...room.announced], gone: [], isAsking: false })
    this.changed(roomId)
  }

  /** Forgets whom no process has spoken of for long, and says again who is here. Call it every 10 s. */
  refresh(): void {
    const now = performance.now()
    for (const [roomId, room] of this.rooms) {
      for (const [process, members] of room.elsewhere) {
        for (const [memberId, until] of members) if (until < now) members.delete(memberId)
        if (members.size === 0) room.elsewhere.delete(process)
      }
      this.announce(roomId, { here: [...room.announced], gone: [], isAsking: false })
      this.changed(roomId)
    }
  }

  private tell(roomId: string, room: Attendance): void {
    room.gathering = undefined
    const members = new Set(this.listeners.membersIn(roomId))
    const here = [...members].filter((memberId) => !room.announced.has(memberId))
    const gone = [...room.announced].filter((memberId) => !members.has(memberId))
    room.announced = members
    this.announce(roomId, { here, gone, isAsking: false })
    if (here.length > 0) this.onArrival(here)

    const listening = this.listening(roomId)
    if (listening.join() === room.told) return
    room.told = listening.join()
    this.io.to(roomId).emit('presence', { listening })
  }

  private announce(roomId: string, { here, gone, isAsking }: Omit<PresenceNews, 'process'>): void {
    const { process } = this
    if (isAsking) publish({ roomId, presence: { process, here: [], gone: [], isAsking } })
    for (const chunk of chunks(here)) publish({ roomId, presence: { process, here: chunk, gone: [], isAsking: false } })
    for (const chunk of chunks(gone)) publish({ roomId, presence: { process, here: [], gone: chunk, isAsking: false } })
  }
}

function chunks(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, index) =>
    ids.slice(index * CHUNK, (index + 1) * CHUNK),
  )
}
