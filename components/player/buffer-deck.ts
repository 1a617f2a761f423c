import type { Deck } from '@/components/player/deck'
import type { ReadySound } from '@/components/player/sound-output'
import { Voice } from '@/components/player/voice'
import { SAMPLE_ACCURATE } from '@/lib/playback/controller'

/** What is scheduled closer than this may miss the audio thread's next blocks. */
const LEAD_S = 0.03

/** A decoded song, scheduled to the sample. */
export class BufferDeck implements Deck {
  readonly limits = SAMPLE_ACCURATE
  /** It is here as a whole. */
  readonly hasFailed = false
  private voices: Voice[] = []

  constructor(
    private readonly sound: ReadySound,
    private readonly buffer: AudioBuffer,
  ) {}

  play(atMs: number, positionMs: number): void {
    const wanted = this.sound.clock.contextTimeAt(atMs)
    const from = Math.max(wanted, this.soonest)
    const position = positionMs / 1000 + from - wanted
    this.fadeOut(from)
    if (position < 0 || position >= this.buffer.duration) return
    this.voices.push(new Voice(this.sound, this.buffer, from, position))
  }

  stop(atMs: number): void {
    this.fadeOut(this.sound.clock.contextTimeAt(atMs))
  }

  glide(rate: number, forMs: number): void {
    const voice = this.voices.at(-1)
    voice?.glide(Math.max(voice.from, this.soonest), rate, forMs / 1000)
  }

  positionAt(performanceMs: number): number | null {
    const contextTime = this.sound.clock.contextTimeAt(performanceMs)
    const voice = this.voices.findLast((candidate) => candidate.isSoundingAt(contextTime))
    const positionMs = (voice?.positionAt(contextTime) ?? Number.NaN) * 1000
    return positionMs < this.buffer.duration * 1000 ? positionMs : null
  }

  rateAt(performanceMs: number): number {
    const contextTime = this.sound.clock.contextTimeAt(performanceMs)
    return this.voices.findLast((voice) => voice.isSoundingAt(contextTime))?.rateAt(contextTime) ?? 1
  }

  soonestMs(): number {
    return this.sound.clock.performanceTimeAt(this.soonest)
  }

  steadyFromMs(): number {
    return this.sound.clock.performanceTimeAt(this.voices.at(-1)?.steadyFrom ?? 0)
  }

  isIdle(): boolean {
    return this.voices.every((voice) => voice.isOverBy(this.sound.context.currentTime))
  }

  dispose(): void {
    this.fadeOut(this.sound.context.currentTime)
    this.voices = []
  }

  private get soonest(): number {
    return this.sound.context.currentTime + LEAD_S
  }

  /** A voice that has not begun never will: whoever asks has newer orders. */
  private fadeOut(at: number): void {
    const now = this.sound.context.currentTime
    // Its last samples are still on their way to the ear for as long as the output latency.
    this.voices = this.voices.filter((voice) => !voice.isOverBy(now - 1))
    for (const voice of this.voices) voice.stop(voice.from > now ? voice.from : at)
  }
}
