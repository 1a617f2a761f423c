import { newId } from '@/components/new-id'
import type { ListenerEvent } from '@/lib/stats/events-schema'
import { leastHeardMs } from '@/lib/stats/play-rule'

/** What can be heard at this moment. Instants are of the server's clock, ms. */
export type Moment = {
  streamId: string
  trackId: string
  durationMs: number
  /** Whether sound comes out. */
  isSounding: boolean
  positionMs: number
  nowMs: number
}

type Listening = Omit<Moment, 'isSounding'> & { heardMs: number; isCounted: boolean }

/** Between two looks a song moves on as time does; what is further is a seek, and was not heard. */
const SLACK_MS = 500
/** Passing by is no skip. */
const LEAST_MS = 1_000
const MOST_WAITING = 100

/** Sums up how much of each stream was heard, and makes the events that follow: a play, or else a skip. */
export class PlayEvents {
  private current: Listening | null = null
  private waiting: ListenerEvent[] = []

  /** Call it about once a second, with null when nothing is on. */
  look(moment: Moment | null): void {
    if (this.current && moment?.streamId !== this.current.streamId) this.end()
    if (!moment) return
    const { isSounding, ...now } = moment
    const before = this.current
    if (!before) {
      this.current = { ...now, heardMs: 0, isCounted: false }
      return
    }
    const moved = now.positionMs - before.positionMs
    if (isSounding && moved > 0 && moved <= now.nowMs - before.nowMs + SLACK_MS) before.heardMs += moved
    Object.assign(before, now)
    const needed = leastHeardMs(now.durationMs)
    // The server sees the position only: after a seek back it has to come by again.
    if (before.isCounted || before.heardMs < needed || now.positionMs < needed) return
    before.isCounted = true
    this.note('play', before)
  }

  /** The stream goes: heard too little, it was a skip. */
  end(): void {
    const { current } = this
    this.current = null
    if (current && !current.isCounted && current.heardMs >= LEAST_MS) this.note('skip', current)
  }

  /** The events that wait, which are the caller's from now on. */
  take(): ListenerEvent[] {
    return this.waiting.splice(0)
  }

  /** Events that did not arrive. */
  putBack(events: ListenerEvent[]): void {
    this.waiting = [...events, ...this.waiting].slice(-MOST_WAITING)
  }

  private note(event: 'play' | 'skip', { trackId, nowMs }: Listening): void {
    this.waiting.push({ id: newId(), trackId, event, at: new Date(nowMs).toISOString() })
  }
}
