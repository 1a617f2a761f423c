import type { ReadySound } from '@/components/player/sound-output'

/** Long enough not to click, short enough to sound like a cut. */
const FADE_S = 0.012

/** From the context time `from` the song goes on at `position` (seconds) with `rate`. */
type Segment = { from: number; position: number; rate: number }

/** One run of a buffer on the audio clock, with exact account of where it is at every context time. */
export class Voice {
  private readonly source: AudioBufferSourceNode
  private readonly gain: GainNode
  private segments: Segment[]
  private until = Number.POSITIVE_INFINITY

  /** Sounds from `from` (context seconds, ahead of now) starting `position` seconds into the buffer. */
  constructor(
    private readonly sound: ReadySound,
    buffer: AudioBuffer,
    readonly from: number,
    position: number,
  ) {
    this.source = new AudioBufferSourceNode(sound.context, { buffer })
    this.gain = new GainNode(sound.context, { gain: 0 })
    this.source.connect(this.gain).connect(sound.gain)
    // A song's own first attack stays as it is.
    this.gain.gain.setValueAtTime(position > 0 ? 0 : 1, from)
    this.gain.gain.linearRampToValueAtTime(1, from + FADE_S)
    this.source.start(from, position)
    this.segments = [{ from, position, rate: 1 }]
    this.source.onended = () => this.gain.disconnect()
  }

  /** The context time from which the speed is 1 for good. */
  get steadyFrom(): number {
    return this.segments.at(-1)?.from ?? this.from
  }

  isSoundingAt(contextTime: number): boolean {
    return contextTime >= this.from && contextTime < this.until
  }

  isOverBy(contextTime: number): boolean {
    return this.until < contextTime
  }

  rateAt(contextTime: number): number {
    return this.segmentAt(contextTime).rate
  }

  positionAt(contextTime: number): number {
    const { from, position, rate } = this.segmentAt(contextTime)
    return position + (contextTime - from) * rate
  }

  /** `rate` from `from` on for `seconds`, then 1; replaces a glide under way. */
  glide(from: number, rate: number, seconds: number): void {
    const start = { from, position: this.positionAt(from), rate }
    const end = { from: from + seconds, position: start.position + seconds * rate, rate: 1 }
    this.segments = [...this.segments.filter((segment) => segment.from < from), start, end].slice(-6)
    const { playbackRate } = this.source
    playbackRate.cancelScheduledValues(from)
    playbackRate.setValueAtTime(rate, from)
    playbackRate.setValueAtTime(1, end.from)
  }

  /** Fades out from `at` on, or at once when that is past. A later call may bring the end forward, not put it off. */
  stop(at: number): void {
    const from = Math.max(at, this.sound.context.currentTime)
    if (from >= this.until) return
    this.until = from
    if (from <= this.from) {
      this.source.stop()
      this.gain.disconnect()
      return
    }
    const { gain } = this.gain
    gain.cancelScheduledValues(from)
    gain.setValueAtTime(1, from)
    gain.linearRampToValueAtTime(0, from + FADE_S)
    this.source.stop(from + FADE_S)
  }

  private segmentAt(contextTime: number): Segment {
    const segment = this.segments.findLast(({ from }) => from <= contextTime) ?? this.segments[0]
    return segment ?? { from: this.from, position: 0, rate: 1 }
  }
}
