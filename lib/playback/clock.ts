/** NTP's four instants in ms: t0 and t3 on the local clock (sent, answered), t1 and t2 on the server's. */
export type ClockSample = { t0: number; t1: number; t2: number; t3: number }

/** What one exchange proves: at the local instant `at` the offset lay between `lower` and `upper`. */
type Bound = { at: number; lower: number; upper: number; roundTrip: number }

/** Samples for the offset and its drift: four minutes at one every four seconds. */
const KEPT = 64
const ROUND_TRIPS = 16
/** Fewer exchanges than this may all have been unlucky. */
const ENOUGH = 4
/** No working clock drifts more; NTP slews at most this much. */
const MAX_SKEW = 500e-6
/** A drift is believed only when it widens the corridor by more than this times the skew, so a burst proves none. */
const SKEW_DOUBT_MS = 10_000
/** Browsers round their clocks to as much as 1 ms on either end. */
const ROUNDING_MS = 2

/**
 * Follows the server's clock over a jittery network. Every delay is positive, so each request bounds the offset
 * from above and each answer from below; the estimate is the straight line midway in the widest corridor between
 * those bounds. It needs one quick request and one quick answer among the last samples, not both in one exchange
 * as the least round trip does. Times are ms of any two clocks that run on steadily; nothing in here reads a clock.
 */
export class ClockFilter {
  private bounds: Bound[] = []
  private line = { at: 0, offset: 0, skew: 0 }
  /** How often the clocks were found to have jumped: sleep and wake, a restarted server. */
  resets = 0

  add({ t0, t1, t2, t3 }: ClockSample): void {
    const bound = { at: (t0 + t3) / 2, lower: t2 - t3, upper: t1 - t0, roundTrip: t3 - t0 - (t2 - t1) }
    this.bounds = [...this.bounds, bound].slice(-KEPT)
    let corridor = widestCorridor(this.bounds)
    if (corridor.width < -ROUNDING_MS) {
      this.resets += 1
      this.bounds = [bound]
      corridor = widestCorridor(this.bounds)
    }
    this.line = corridor
  }

  reset(): void {
    this.bounds = []
    this.line = { at: 0, offset: 0, skew: 0 }
  }

  /** Server minus local, at the newest sample. */
  get offsetMs(): number {
    return this.line.offset
  }

  /** How much faster the server's clock runs: 100e-6 is 100 ppm. */
  get skew(): number {
    return this.line.skew
  }

  /** The least of the last 16; NaN before the first. */
  get roundTripMs(): number {
    return this.bounds.length
      ? Math.min(...this.bounds.slice(-ROUND_TRIPS).map((bound) => bound.roundTrip))
      : Number.NaN
  }

  /** What all but the slowest of the last 16 took: messages come within half of it. NaN before the first. */
  get usualRoundTripMs(): number {
    const sorted = this.bounds.slice(-ROUND_TRIPS).map((bound) => bound.roundTrip)
    sorted.sort((a, b) => a - b)
    return sorted.at(-2) ?? sorted[0] ?? Number.NaN
  }

  get isSynced(): boolean {
    return this.bounds.length >= ENOUGH
  }

  toServer(localMs: number): number {
    return localMs + this.line.offset + this.line.skew * (localMs - this.line.at)
  }

  toLocal(serverMs: number): number {
    const sinceLine = (serverMs - this.line.offset - this.line.at) / (1 + this.line.skew)
    return this.line.at + sinceLine
  }
}

type Corridor = { at: number; offset: number; skew: number; width: number }

/** The corridor's width is a concave function of its slope, so a golden-section search finds the widest. */
function widestCorridor(bounds: Bound[]): Corridor {
  const at = bounds.at(-1)?.at ?? 0
  const worth = (skew: number) => {
    const { width } = corridor(bounds, at, skew)
    // Beyond doubt once no level corridor is left.
    return width + 10 * Math.min(0, width) - Math.abs(skew) * SKEW_DOUBT_MS
  }
  let low = -MAX_SKEW
  let high = MAX_SKEW
  const golden = (Math.sqrt(5) - 1) / 2
  while (high - low > 1e-7) {
    const left = high - golden * (high - low)
    const right = low + golden * (high - low)
    if (worth(left) < worth(right)) low = left
    else high = right
  }
  return corridor(bounds, at, (low + high) / 2)
}

function corridor(bounds: Bound[], at: number, skew: number): Corridor {
  let upper = Number.POSITIVE_INFINITY
  let lower = Number.NEGATIVE_INFINITY
  for (const bound of bounds) {
    const drift = skew * (bound.at - at)
    upper = Math.min(upper, bound.upper - drift)
    lower = Math.max(lower, bound.lower - drift)
  }
  return { at, offset: (upper + lower) / 2, skew, width: upper - lower }
}
