/** Positions in ms; an error is where the sound is minus where it belongs: positive is ahead. */
export type Measurement = {
  /** Any steady clock, ms. */
  atMs: number
  errorMs: number
  /** What will be left of the error when the glide under way has ended. */
  residualMs: number
  /** The sound just jumped against the clock: a dropout, another output. */
  hasJumped: boolean
}

export type Decision =
  | { kind: 'hold' }
  /** Play at `rate` for `forMs`, then at 1 again. Ends by itself, so a sleeping tab cannot overshoot. */
  | { kind: 'glide'; rate: number; forMs: number }
  | { kind: 'reschedule' }

export type Limits = {
  /** Errors up to this are left alone. */
  deadBandMs: number
  /** Beyond this a glide would take too long. */
  farMs: number
  /** The same just after a start or a jump, when the ear has been disturbed anyway. */
  farAfterJumpMs: number
}

/** A song scheduled on the audio clock: its position is known to a tenth of a millisecond. */
export const SAMPLE_ACCURATE: Limits = { deadBandMs: 1, farMs: 60, farAfterJumpMs: 8 }
/** A media element: its clock is coarse and a seek costs a moment of silence. */
export const MEDIA_ELEMENT: Limits = { deadBandMs: 4, farMs: 100, farAfterJumpMs: 30 }

/** The largest change of speed: 8.6 cents, which nobody hears. */
const MAX_NUDGE = 0.005
/** A glide lasts at least this long: small errors get tiny changes of speed. */
const GLIDE_MS = 2000
const READINGS = 5
const JUMP_MEMORY_MS = 2500
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000

/** Decides how a song gets back in step. Feed it a measurement about ten times a second while the song plays. */
export class DriftController {
  private residuals: number[] = []
  private jumpedAt = Number.NEGATIVE_INFINITY
  private rescheduledAt = Number.NEGATIVE_INFINITY
  private pauseMs = FIRST_PAUSE_MS

  constructor(private readonly limits: Limits = SAMPLE_ACCURATE) {}

  /** The song was started or moved on purpose: forget what was measured, and put right at once what went wrong. */
  restart(atMs: number): void {
    this.residuals = []
    this.jumpedAt = atMs
    // What went wrong now is not what the last correction failed to mend.
    this.pauseMs = FIRST_PAUSE_MS
  }

  decide({ atMs, errorMs, residualMs, hasJumped }: Measurement): Decision {
    if (hasJumped) this.restart(atMs)
    this.residuals = [...this.residuals, residualMs].slice(-READINGS)
    if (this.residuals.length < READINGS) return { kind: 'hold' }
    const residual = median(this.residuals)
    const error = residual + errorMs - residualMs
    if (this.isFar(error, atMs) && this.mayReschedule(atMs)) return { kind: 'reschedule' }
    if (Math.abs(residual) <= this.limits.deadBandMs) return { kind: 'hold' }
    this.residuals = []
    return glide(error)
  }

  private isFar(errorMs: number, atMs: number): boolean {
    const sinceJump = atMs - this.jumpedAt
    const far = sinceJump < JUMP_MEMORY_MS ? this.limits.farAfterJumpMs : this.limits.farMs
    return Math.abs(errorMs) > far
  }

  /** Each one soon after the last doubles the pause before the next: a correction that does not help must not stutter. */
  private mayReschedule(atMs: number): boolean {
    const since = atMs - this.rescheduledAt
    if (since < this.pauseMs) return false
    this.pauseMs = since > LONGEST_PAUSE_MS ? FIRST_PAUSE_MS : Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS)
    this.rescheduledAt = atMs
    // Where it lands is judged as strictly as a start: a coarse player may miss by more than a glide mends soon.
    this.jumpedAt = atMs
    this.residuals = []
    return true
  }
}

function glide(errorMs: number): Decision {
  const nudge = Math.max(-MAX_NUDGE, Math.min(MAX_NUDGE, -errorMs / GLIDE_MS))
  return nudge === 0 ? { kind: 'hold' } : { kind: 'glide', rate: 1 + nudge, forMs: Math.abs(errorMs / nudge) }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
