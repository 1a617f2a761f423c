import type { RoomEvent } from '@/lib/events'
import type { TellRoom } from './tell-room'

/** Events of two web processes may cross on their way: so long one waits for the version before it. */
const PATIENCE_MS = 100
/** What a socket may have missed while its snapshot was being read. */
const REMEMBERED = 100

type Line = {
  /** The version that the sockets here have been told; null until the first snapshot says where the room stands. */
  relayed: number | null
  /** Where the room stood then. Events up to it that come later are news to whoever had read the room before it. */
  begunAt: number
  waiting: Map<number, RoomEvent>
  recent: RoomEvent[]
  patience?: NodeJS.Timeout | undefined
}

/** Passes the bus's events to the sockets of this process, in the order of their versions. */
export class Relay {
  private readonly lines = new Map<string, Line>()

  constructor(
    private readonly tell: TellRoom,
    private readonly onRelayed: (roomId: string, event: RoomEvent) => void,
  ) {}

  open(roomId: string): void {
    this.lines.set(roomId, { relayed: null, begunAt: 0, waiting: new Map(), recent: [] })
  }

  close(roomId: string): void {
    clearTimeout(this.lines.get(roomId)?.patience)
    this.lines.delete(roomId)
  }

  /** Null when there is no line, or nobody knows yet where the room stands. */
  relayedVersion(roomId: string): number | null {
    return this.lines.get(roomId)?.relayed ?? null
  }

  /** The room has this version: what is older is in every snapshot from now on. */
  begin(roomId: string, version: number): void {
    const line = this.lines.get(roomId)
    if (!line || line.relayed !== null) return
    line.relayed = version
    line.begunAt = version
    line.recent = [...line.waiting.values()].filter((event) => event.version <= version).slice(-REMEMBERED)
    // Only who has an older snapshot has to hear of them; what they mean here is due to everybody.
    for (const event of line.recent) this.onRelayed(roomId, event)
    this.drain(roomId, line)
  }

  take(roomId: string, event: RoomEvent): void {
    const line = this.lines.get(roomId)
    if (!line) return
    if (line.relayed !== null && event.version <= line.relayed) {
      this.passLate(roomId, line, event)
      return
    }
    line.waiting.set(event.version, event)
    if (line.relayed !== null) this.drain(roomId, line)
  }

  /** What came after that version. With a hole in it when that was more than anybody remembers: the browser asks. */
  since(roomId: string, version: number): RoomEvent[] {
    const recent = this.lines.get(roomId)?.recent ?? []
    return recent.filter((event) => event.version > version).sort((a, b) => a.version - b.version)
  }

  /** Whether there is no hole in it. */
  remembersSince(roomId: string, version: number): boolean {
    const relayed = this.relayedVersion(roomId)
    return relayed !== null && version <= relayed && this.since(roomId, version).length === relayed - version
  }

  /** Events up to this version are lost: browsers have to ask. */
  outdate(roomId: string, version: number): void {
    this.take(roomId, { type: 'room:outdated', version })
    this.hurry(roomId)
  }

  private drain(roomId: string, line: Line): void {
    for (const version of line.waiting.keys()) {
      if (line.relayed !== null && version <= line.relayed) line.waiting.delete(version)
    }
    for (;;) {
      const next = line.waiting.get((line.relayed ?? 0) + 1)
      if (!next) break
      this.pass(roomId, line, next)
    }
    clearTimeout(line.patience)
    line.patience = line.waiting.size > 0 ? setTimeout(() => this.hurry(roomId), PATIENCE_MS) : undefined
  }

  /** Stops waiting for what is missing. The browsers notice the hole and fetch the snapshot. */
  private hurry(roomId: string): void {
    const line = this.lines.get(roomId)
    if (!line || line.relayed === null) return
    const oldestFirst = [...line.waiting.values()].sort((a, b) => a.version - b.version)
    for (const event of oldestFirst) this.pass(roomId, line, event)
    this.drain(roomId, line)
  }

  private pass(roomId: string, line: Line, event: RoomEvent): void {
    line.waiting.delete(event.version)
    line.relayed = event.version
    this.send(roomId, line, event)
    this.onRelayed(roomId, event)
  }

  /** Two snapshots were read at the beginning, and this lies between them: only the older one lacks it. */
  private passLate(roomId: string, line: Line, event: RoomEvent): void {
    const isKnown = line.recent.some(({ version }) => version === event.version)
    if (event.version > line.begunAt || isKnown) return
    this.send(roomId, line, event)
    this.onRelayed(roomId, event)
  }

  private send(roomId: string, line: Line, event: RoomEvent): void {
    line.recent = [...line.recent.slice(1 - REMEMBERED), event]
    this.tell(roomId, 'room:event', event)
  }
}
