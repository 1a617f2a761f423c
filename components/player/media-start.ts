/** A position of the song and the instant (performance.now()) at which it is to be heard. */
export type Start = { atMs: number; positionMs: number }

/** What a media element takes on this device, ms: until it is ready elsewhere, and from being asked to play until it does. */
export type MediaLag = { seekMs: number; startMs: number }
export const FIRST_MEDIA_LAG: MediaLag = { seekMs: 150, startMs: 25 }

const LONGEST_SEEK_MS = 1500
const LONGEST_START_MS = 200
/** Started so late it is left to the controller; later, the place is chosen anew. */
const LATE_MS = 15
const TRIES = 3
const PATIENCE_MS = 2500
const LEARN_MS = 350

type Sound = {
  element: HTMLMediaElement
  lag: MediaLag
  /** From the element to the ear. */
  latencyMs: () => number
  /** The position heard now, or null in silence. */
  heardMs: () => number | null
}

/** Brings a media element to sound at an instant: it is moved ahead in silence, and started when it is ready there. */
export class MediaStart {
  private planned: Start | null = null
  private isReady = false
  private timers: ReturnType<typeof setTimeout>[] = []
  private waiting = new AbortController()

  constructor(private readonly sound: Sound) {}

  /** Between being asked for and begun. */
  get isUnderWay(): boolean {
    return this.planned !== null
  }

  /** The position that will be heard at an instant; null before, and while it is not sure that it will be ready. */
  positionAt(performanceMs: number): number | null {
    if (!this.planned || !this.isReady || performanceMs < this.planned.atMs) return null
    return this.planned.positionMs + performanceMs - this.planned.atMs
  }

  /** As asked for; when that is too soon, so much later and further on. */
  plan({ atMs, positionMs }: Start, triesLeft = TRIES): void {
    this.cancel()
    const { element, lag } = this.sound
    const askedAt = performance.now()
    const isThere = this.isReadyAt(positionMs) && askedAt + this.wayMs <= atMs
    const lateMs = isThere ? 0 : Math.max(0, askedAt + lag.seekMs + this.wayMs - atMs)
    const planned = { atMs: atMs + lateMs, positionMs: positionMs + lateMs }
    this.planned = planned
    element.pause()
    if (!isThere) element.currentTime = planned.positionMs / 1000
    const begin = () => this.begin(planned)
    // Some browsers load nothing before they are asked to play.
    this.timers.push(setTimeout(begin, planned.atMs - askedAt + PATIENCE_MS))
    this.whenReady(() => {
      const tookMs = performance.now() - askedAt
      // A fast one says little about the next; a slow one a lot.
      if (!isThere) lag.seekMs = Math.min(LONGEST_SEEK_MS, Math.max(tookMs * 1.2, lag.seekMs * 0.8))
      const waitMs = planned.atMs - this.wayMs - performance.now()
      if (waitMs < -LATE_MS && triesLeft > 1) {
        this.plan(planned, triesLeft - 1)
        return
      }
      this.isReady = true
      this.clearTimers()
      this.timers.push(setTimeout(begin, Math.max(0, waitMs)))
    })
  }

  cancel(): void {
    this.planned = null
    this.isReady = false
    this.waiting.abort()
    this.clearTimers()
  }

  /** As a song that was made ready before its turn. */
  private isReadyAt(positionMs: number): boolean {
    const { currentTime, seeking, readyState } = this.sound.element
    return !seeking && readyState >= HTMLMediaElement.HAVE_FUTURE_DATA && currentTime * 1000 === positionMs
  }

  private clearTimers(): void {
    for (const timer of this.timers) clearTimeout(timer)
    this.timers = []
  }

  private get wayMs(): number {
    return this.sound.latencyMs() + this.sound.lag.startMs
  }

  private whenReady(go: () => void): void {
    const { element } = this.sound
    const waiting = new AbortController()
    this.waiting = waiting
    const look = () => {
      if (element.seeking || element.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) return
      waiting.abort()
      go()
    }
    for (const name of ['seeked', 'canplay']) element.addEventListener(name, look, { signal: waiting.signal })
    look()
  }

  private begin(planned: Start): void {
    this.cancel()
    void this.sound.element.play().catch(() => {})
    this.learnSoon(planned)
  }

  private learnSoon(planned: Start): void {
    this.timers.push(setTimeout(() => this.learn(planned), LEARN_MS))
  }

  /** Half of what it was late by: one slow moment is not the device. */
  private learn(planned: Start): void {
    const heardMs = this.sound.heardMs()
    if (heardMs === null) {
      this.learnSoon(planned)
      return
    }
    const { lag } = this.sound
    const missedMs = planned.positionMs + performance.now() - planned.atMs - heardMs
    lag.startMs = Math.max(0, Math.min(LONGEST_START_MS, lag.startMs + missedMs / 2))
  }
}
