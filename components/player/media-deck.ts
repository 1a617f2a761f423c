import type { Deck } from '@/components/player/deck'
import type { ReadySound } from '@/components/player/sound-output'
import { MEDIA_ELEMENT } from '@/lib/playback/controller'

/** A file too long to decode as a whole, streamed by a media element into the same output. */
export class MediaDeck implements Deck {
  readonly limits = MEDIA_ELEMENT
  private readonly element = new Audio()
  private readonly node: MediaElementAudioSourceNode
  private timers: ReturnType<typeof setTimeout>[] = []
  private gliding = { rate: 1, untilMs: 0 }
  private begins: { atMs: number; positionMs: number } | null = null

  constructor(
    private readonly sound: ReadySound,
    url: string,
  ) {
    this.element.preload = 'auto'
    this.element.src = url
    this.node = new MediaElementAudioSourceNode(sound.context, { mediaElement: this.element })
    this.node.connect(sound.gain)
  }

  play(atMs: number, positionMs: number): void {
    this.clear()
    const now = performance.now()
    const lateMs = Math.max(0, now + this.latencyMs - atMs)
    this.begins = { atMs: atMs + lateMs, positionMs: positionMs + lateMs }
    this.element.playbackRate = 1
    const begin = () => {
      this.begins = null
      void this.element.play().catch(() => {})
    }
    this.element.currentTime = (positionMs + lateMs) / 1000
    if (lateMs === 0) this.element.pause()
    this.timers.push(setTimeout(begin, atMs + lateMs - this.latencyMs - now))
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

  dispose(): void {
    this.clear()
    this.element.pause()
    this.element.removeAttribute('src')
    this.element.load()
    this.node.disconnect()
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
