/** Readings come ten times a second; the median of a second of them is good to a tenth of a millisecond. */
const KEPT_MS = 1200
const KEPT = 9
/** Callbacks of the sound card wobble; a step beyond this, seen twice in a row, is a jump. */
const JUMP_MS = 2.5

type Reading = { atMs: number; offsetMs: number }

/**
 * Which sample leaves the speaker when: maps the time of an AudioContext (seconds) to performance.now() (ms).
 * getOutputTimestamp() contains the output latency; `outputLatency` itself moves in steps of 8 ms. After a dropout
 * all sound is late for good, and only this mapping shows it.
 */
export class AudioClock {
  private readings: Reading[] = []
  private offsetMs = Number.NaN

  constructor(private readonly context: AudioContext) {}

  /** Takes a reading, about ten times a second. True when the sound has jumped since the last. */
  read(): boolean {
    const reading = readOutput(this.context)
    if (!reading || reading.atMs === this.readings.at(-1)?.atMs) return false
    const hasJumped = this.isJump(reading)
    if (hasJumped) this.readings = this.readings.slice(-1)
    this.readings = [...this.readings, reading].filter(({ atMs }) => atMs > reading.atMs - KEPT_MS).slice(-KEPT)
    if (!this.isOutlier(reading) || hasJumped) this.offsetMs = median(this.readings.map(({ offsetMs }) => offsetMs))
    return hasJumped
  }

  /** Forgets what it knows: the context was suspended in between. */
  reset(): void {
    this.readings = []
    this.offsetMs = Number.NaN
  }

  get isReady(): boolean {
    return this.readings.length >= 3
  }

  contextTimeAt(performanceMs: number): number {
    return (performanceMs + this.offsetMs) / 1000
  }

  performanceTimeAt(contextTime: number): number {
    return contextTime * 1000 - this.offsetMs
  }

  private isOutlier({ offsetMs }: Reading): boolean {
    return Math.abs(offsetMs - this.offsetMs) > this.toleranceMs
  }

  /** The last two agree with each other and not with the rest. */
  private isJump(reading: Reading): boolean {
    const last = this.readings.at(-1)
    if (!last || this.readings.length < 3 || !this.isOutlier(last) || !this.isOutlier(reading)) return false
    return Math.abs(reading.offsetMs - last.offsetMs) < this.toleranceMs
  }

  /** A sound card with a coarse clock wobbles more without ever jumping. */
  private get toleranceMs(): number {
    const deviations = this.readings.map(({ offsetMs }) => Math.abs(offsetMs - this.offsetMs))
    return Math.max(JUMP_MS, 4 * median(deviations))
  }
}

function readOutput(context: AudioContext): Reading | null {
  if (context.state !== 'running') return null
  const { contextTime, performanceTime } = context.getOutputTimestamp()
  if (contextTime && performanceTime) return { atMs: performanceTime, offsetMs: contextTime * 1000 - performanceTime }
  // Just begun; a browser that never fills the timestamp in has to do with the coarser latency.
  if (context.currentTime < 1) return null
  const atMs = performance.now()
  return { atMs, offsetMs: (context.currentTime - (context.outputLatency || context.baseLatency)) * 1000 - atMs }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
