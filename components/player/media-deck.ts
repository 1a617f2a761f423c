import type { Deck } from '@/components/player/deck'
import { MediaStart } from '@/components/player/media-start'
import type { ReadySound } from '@/components/player/sound-output'
import { MEDIA_ELEMENT } from '@/lib/playback/controller'

/** How long a stream that broke off rests before it is tried again: twice as long each time, up to the longest. */
const REST_MS = 2000
const LONGEST_REST_MS = 30_000

/** A file too long to decode as a whole, or of another site, streamed by a media element into the same output. */
export class MediaDeck implements Deck {
  readonly limits = MEDIA_ELEMENT
  hasFailed = false
  private readonly life = new AbortController()
  private readonly element = new Audio()
  private readonly node: MediaElementAudioSourceNode
  private readonly start: MediaStart
  private timer: ReturnType<typeof setTimeout> | undefined
  private retry: ReturnType<typeof setTimeout> | undefined
  private restMs = REST_MS
  private gliding = { rate: 1, untilMs: 0 }

  constructor(
    private readonly sound: ReadySound,
    url: string,
  ) {
    const { element } = this
    element.preload = 'auto'
    // Stretching in time to keep the pitch shifts the sound by up to 20 ms; half a percent of pitch is not heard.
    element.preservesPitch = false
    const { signal } = this.life
    element.addEventListener('error', () => this.fail(), { signal })
    element.addEventListener('canplay', () => this.recover(), { signal })
    element.src = url
    this.node = new MediaElementAudioSourceNode(sound.context, { mediaElement: element })
    this.node.connect(sound.gain)
    this.start = new MediaStart({
      element,
      lag: sound.mediaLag,
      latencyMs: () => this.latencyMs,
      heardMs: () => this.positionAt(performance.now()),
    })
  }

  play(atMs: number, positionMs: number): void {
    this.clear()
    if (this.hasFailed) return
    this.start.plan({ atMs, positionMs })
  }

  stop(atMs: number): void {
    this.clear()
    const waitMs = atMs - this.latencyMs - performance.now()
    this.timer = setTimeout(() => this.element.pause(), Math.max(0, waitMs))
  }

  glide(rate: number, forMs: number): void {
    this.clear()
    this.element.playbackRate = rate
    this.gliding = { rate, untilMs: performance.now() + forMs }
    this.timer = setTimeout(() => this.settle(), forMs)
  }

  /** The element tells only about now: instants ahead follow from its speed. */
  positionAt(performanceMs: number): number | null {
    if (this.start.isUnderWay) return this.start.positionAt(performanceMs)
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
    return this.element.paused && !this.start.isUnderWay && !this.hasFailed
  }

  dispose(): void {
    this.life.abort()
    clearTimeout(this.retry)
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

  /** Orders that come meanwhile change nothing: once it is there whoever steers puts it where it belongs. */
  private fail(): void {
    this.clear()
    this.hasFailed = true
    clearTimeout(this.retry)
    this.retry = setTimeout(() => this.element.load(), this.restMs)
    this.restMs = Math.min(this.restMs * 2, LONGEST_REST_MS)
  }

  private recover(): void {
    this.hasFailed = false
    this.restMs = REST_MS
  }

  private settle(): void {
    this.element.playbackRate = 1
    this.gliding = { rate: 1, untilMs: 0 }
  }

  private clear(): void {
    this.start.cancel()
    clearTimeout(this.timer)
    this.settle()
  }
}
