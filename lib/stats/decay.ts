// Forward decay (Cormode, Shkapenyuk, Srivastava, Xu: ICDE 2009), kept as a logarithm: an event of weight w at the
// instant t counts u = ln w + λ(t − L). Every score shares the factor that depends on now, so their order never needs
// recomputing, and nothing overflows however long the product lives.

export const LANDMARK_MS = Date.UTC(2026, 0, 1)

/** Events weigh half after this long. */
export const HALF_LIFE_MS = { room: 30 * 60_000, everywhere: 24 * 3_600_000 } as const
export type Scope = keyof typeof HALF_LIFE_MS

export const WEIGHTS = { like: 3, play: 1, add: 1 } as const
export type EventKind = keyof typeof WEIGHTS

/** recentUpvotes and recentPlays count this long from the event that opened the window. */
export const WINDOW_MS = 24 * 3_600_000

/** PostgreSQL raises on exp(-800) and beyond exp(709); e^−700 is nothing beside 1 anyway. */
export const MAX_EXPONENT = 700

/**
 * A removal that leaves less than this share of the score has lost digits: sum up the events that are left. Several in a
 * row lose them by the product of their shares; at a thousandth one history in 3,000 was off by more than 1e-6, at a
 * quarter the worst of 60,000 is off by 3e-8, and 14 % of removals sum up instead of 12 %.
 */
export const LEAST_SHARE = 0.25

/** λ in 1/ms. */
export const lambda = (scope: Scope) => Math.LN2 / HALF_LIFE_MS[scope]

/** The logarithm of what the event counts. An event from the future counts as one of now. */
export function eventWeight(kind: EventKind, at: number, now: number, scope: Scope = 'room'): number {
  return Math.log(WEIGHTS[kind]) + lambda(scope) * (Math.min(at, now) - LANDMARK_MS)
}

/** The score with one more event; null is the score of no event. */
export function addEvent(score: number | null, weight: number): number {
  if (score === null) return weight
  return Math.max(score, weight) + Math.log1p(Math.exp(-Math.min(Math.abs(score - weight), MAX_EXPONENT)))
}

/** The score without an event that it contains, or 'rebuild' when subtraction can't tell what is left. */
export function removeEvent(score: number | null, weight: number): number | 'rebuild' {
  if (score === null || weight - score >= Math.log1p(-LEAST_SHARE)) return 'rebuild'
  return score + Math.log1p(-Math.exp(Math.max(weight - score, -MAX_EXPONENT)))
}

/** The score of exactly these events; null when there is none. */
export function scoreOf(weights: readonly number[]): number | null {
  const most = weights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  if (weights.length === 0) return null
  return most + Math.log(weights.reduce((sum, u) => sum + Math.exp(Math.max(u - most, -MAX_EXPONENT)), 0))
}

/** What people see at `now`: 3 for a like of this instant, 1.5 for one that is a half-life old. */
export function heat(score: number | null, now: number, scope: Scope = 'room'): number {
  if (score === null) return 0
  const exponent = score - lambda(scope) * (now - LANDMARK_MS)
  return Math.exp(Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, exponent)))
}
