import type { Deck } from '@/components/player/deck'
import type { ReadySound } from '@/components/player/sound-output'
import { MEDIA_ELEMENT } from '@/lib/playback/controller'

type Start = { atMs: number; positionMs: number }

const LEARN_MS = 350
const MAX_LAG_MS = 400

/** A file too long to decode as a whole, streamed by a media element into the same output. */
export class MediaDeck implements Deck {
  readonly limits = MEDIA_ELEMENT
  private readonly element = new Audio()
  private readonly node: MediaElementAudioSourceNode
  private timers: ReturnType<typeof setTimeout>[] = []
  private gliding = { rate: 1, untilMs: 0 }
  private begins: Start | null = null
  constructor(
    private readonly sound: ReadySound,
    url: string,
  ) {
    this.element.preload = 'auto'
    // Stretching in time to keep the pitch shifts the sound by up to 20 ms; half a percent of pitch is not heard.
    this.element.preservesPitch = false
    this.element.src = url
    this.node = new MediaElementAudioSourceNode(sound.context, { mediaElement: this.element })
    this.node.connect(sound.gain)
  }

  play(atMs: number, positionMs: number): void {
    this.clear()
    const now = performance.now()
    const soonest = now + this.latencyMs + this.sound.mediaLag.ms
    const lateMs = Math.max(0, soonest - atMs)
    this.begins = { atMs: atMs + lateMs, positionMs: positionMs + lateMs }
    this.element.currentTime = this.begins.positionMs / 1000
    if (lateMs === 0) this.element.pause()
    this.timers.push(setTimeout(() => this.begin(), this.begins.atMs - soonest))
  }

  stop(atMs: number): void {
    this.clear()
    const waitMs = atMs - this.latencyMs - performance.now()
    this.timers.push(setTimeout(() => this.element.pause(), Math.max(0, waitMs)))
  }

  glide(rate: number, forMs: number): void {
    this.clear()
    this.element.playbackRate = rate
    this.gliding = { rate, untilMs: performance.now() + forMs }
    this.timers.push(setTimeout(() => this.settle(), forMs))
  }

  /** The element tells only about now: instants ahead follow from its speed. */
  positionAt(performanceMs: number): number | null {
    if (this.begins) {
      const { atMs, positionMs } = this.begins
      return performanceMs < atMs ? null : positionMs + performanceMs - atMs
    }
    if (this.element.paused || this.element.seeking || this.element.ended || this.element.readyState < 3) return null
    const now = performance.now()
    const fastMs = Math.max(0, Math.min(performanceMs, this.gliding.untilMs) - now)
    const heardMs = this.element.currentTime * 1000 - this.latencyMs
    return heardMs + (performanceMs - now) + fastMs * (this.gliding.rate - 1)
  }

  rateAt(performanceMs: number): number {
    return performanceMs < this.gliding.untilMs ? this.gliding.rate : 1
  }

  soonestMs(): number {
    return performance.now() + this.latencyMs
  }

  steadyFromMs(): number {
    return this.gliding.untilMs
  }

  isIdle(): boolean {
    return this.element.paused && !this.begins
  }

  dispose(): void {
    this.clear()
    this.element.pause()
    this.element.removeAttribute('src')
    this.element.load()
    this.node.disconnect()
  }

  private begin(): void {
    const planned = this.begins
    this.begins = null
    void this.element.play().catch(() => {})
    if (planned) this.learnLagSoon(planned)
  }

  private learnLagSoon(planned: Start): void {
    this.timers.push(setTimeout(() => this.learnLag(planned), LEARN_MS))
  }

  private learnLag(planned: Start): void {
    const now = performance.now()
    const heardMs = this.positionAt(now)
    if (heardMs === null) {
      // Still on its way there.
      this.learnLagSoon(planned)
      return
    }
    const missedMs = planned.positionMs + now - planned.atMs - heardMs
    const { mediaLag } = this.sound
    mediaLag.ms = Math.max(0, Math.min(MAX_LAG_MS, mediaLag.ms + missedMs))
  }

  private get latencyMs(): number {
    const { context, clock } = this.sound
    return clock.performanceTimeAt(context.currentTime) - performance.now()
  }

  private settle(): void {
    this.element.playbackRate = 1
    this.gliding = { rate: 1, untilMs: 0 }
  }

  private clear(): void {
    for (const timer of this.timers) clearTimeout(timer)
    this.timers = []
    this.settle()
  }
}
