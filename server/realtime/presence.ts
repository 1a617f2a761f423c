import { randomUUID } from 'node:crypto'
import { publish } from '@/lib/bus'
import type { Presence, PresenceNews } from '@/lib/events'
import { chunks, gatherMs, isCrowd } from './crowd'
import type { Listeners } from './listeners'
import { COMING_BACK_MS } from './skip-recounts'
import type { Place } from './socket'
import type { TellRoom } from './tell-room'

/** Other processes repeat themselves every 10 s; one that has died stops doing so. */
const FORGET_MS = 25_000

type Attendance = {
  /** What the sockets here were told. */
  told: Presence
  openedAt: number
  /** What the other processes were told: members, and whether they are silent. */
  announced: Map<string, boolean>
  /** process → member → until when to believe it */
  elsewhere: Map<string, Map<string, { until: number; isSilent: boolean }>>
  gathering?: NodeJS.Timeout | undefined
}

const EMPTY: Presence = { listening: [], silent: [] }
const NOBODY = { here: [], silent: [], gone: [], isAsking: false }

/** Who is connected, in this process and the others, and who of them without sound. */
export class Attendances {
  private readonly process = randomUUID()
  private readonly rooms = new Map<string, Attendance>()

  constructor(
    private readonly tellRoom: TellRoom,
    private readonly listeners: Pick<Listeners, 'membersIn'>,
    /** Members came, or turned their sound on or off. */
    private readonly onChange: (changed: Presence) => void,
    /** Somebody has come or gone. */
    private readonly onTold: (roomId: string) => void,
  ) {}

  open(roomId: string): void {
    this.rooms.set(roomId, { told: EMPTY, openedAt: performance.now(), announced: new Map(), elsewhere: new Map() })
    this.announce(roomId, { ...NOBODY, isAsking: true })
  }

  close(roomId: string): void {
    const room = this.rooms.get(roomId)
    if (!room) return
    clearTimeout(room.gathering)
    this.rooms.delete(roomId)
    this.announce(roomId, { ...NOBODY, gone: [...room.announced.keys()] })
  }

  /** Each member once: who plays the room on any device listens, whatever their other ones do. */
  present(roomId: string): Presence {
    const elsewhere = [...(this.rooms.get(roomId)?.elsewhere.values() ?? [])].flatMap((members) => [...members])
    const all = new Map(this.listeners.membersIn(roomId))
    for (const [memberId, { isSilent }] of elsewhere) all.set(memberId, isSilent && (all.get(memberId) ?? true))
    const [listening, silent] = bySound(all)
    return { listening: listening.sort(), silent: silent.sort() }
  }

  /** For who comes in. In a crowd what the others were told last: working it out for each would cost more than the rest. */
  greeting({ roomId, memberId, isSilent }: Omit<Place, 'isScreen'>): Presence {
    const room = this.rooms.get(roomId)
    if (!room || !isCrowd(room.announced.size)) return this.present(roomId)
    const { listening, silent } = room.told
    if (listening.includes(memberId) || silent.includes(memberId)) return room.told
    return isSilent ? { listening, silent: [...silent, memberId] } : { listening: [...listening, memberId], silent }
  }

  /** memberIds of all who are connected; undefined while this process may not have met them all. */
  here(roomId: string): string[] | undefined {
    const room = this.rooms.get(roomId)
    if (!room || performance.now() - room.openedAt < COMING_BACK_MS) return undefined
    const { listening, silent } = this.present(roomId)
    return [...listening, ...silent]
  }

  changed(roomId: string): void {
    const room = this.rooms.get(roomId)
    if (room) room.gathering ??= setTimeout(() => this.tell(roomId, room), gatherMs(room.announced.size))
  }

  take(roomId: string, { process, here, silent, gone, isAsking }: PresenceNews): void {
    const room = this.rooms.get(roomId)
    if (!room || process === this.process) return
    const members = room.elsewhere.get(process) ?? new Map<string, { until: number; isSilent: boolean }>()
    room.elsewhere.set(process, members)
    const until = performance.now() + FORGET_MS
    for (const memberId of here) members.set(memberId, { until, isSilent: false })
    for (const memberId of silent) members.set(memberId, { until, isSilent: true })
    for (const memberId of gone) members.delete(memberId)
    if (isAsking) this.repeat(roomId, room)
    this.changed(roomId)
  }

  /** Forgets whom no process has spoken of for long, and says again who is here. Call it every 10 s. */
  refresh(): void {
    const now = performance.now()
    for (const [roomId, room] of this.rooms) {
      for (const [process, members] of room.elsewhere) {
        for (const [memberId, { until }] of members) if (until < now) members.delete(memberId)
        if (members.size === 0) room.elsewhere.delete(process)
      }
      this.repeat(roomId, room)
      this.changed(roomId)
    }
  }

  private repeat(roomId: string, { announced }: Attendance): void {
    const [here, silent] = bySound(announced)
    this.announce(roomId, { ...NOBODY, here, silent })
  }

  private tell(roomId: string, room: Attendance): void {
    room.gathering = undefined
    const members = this.listeners.membersIn(roomId)
    const [here, silent] = bySound(
      new Map([...members].filter(([memberId, isSilent]) => room.announced.get(memberId) !== isSilent)),
    )
    const gone = [...room.announced.keys()].filter((memberId) => !members.has(memberId))
    room.announced = members
    this.announce(roomId, { ...NOBODY, here, silent, gone })

    const present = this.present(roomId)
    if (here.length + silent.length > 0)
      this.onChange({ listening: here, silent: silent.filter((memberId) => present.silent.includes(memberId)) })
    if (JSON.stringify(present) === JSON.stringify(room.told)) return
    room.told = present
    this.onTold(roomId)
    this.tellRoom(roomId, 'presence', present)
  }

  private announce(roomId: string, { here, silent, gone, isAsking }: Omit<PresenceNews, 'process'>): void {
    const { process } = this
    if (isAsking) publish({ roomId, presence: { process, ...NOBODY, isAsking } })
    for (const chunk of chunks(here)) publish({ roomId, presence: { process, ...NOBODY, here: chunk } })
    for (const chunk of chunks(silent)) publish({ roomId, presence: { process, ...NOBODY, silent: chunk } })
    for (const chunk of chunks(gone)) publish({ roomId, presence: { process, ...NOBODY, gone: chunk } })
  }
}

/** Those who hear, and those who are silent. */
function bySound(members: Map<string, boolean>): [string[], string[]] {
  const ids = [...members.keys()]
  return [ids.filter((memberId) => !members.get(memberId)), ids.filter((memberId) => members.get(memberId))]
}
