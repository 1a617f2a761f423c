import type { ReactionKind } from '@/lib/rooms/reactions'

export type Floating = { id: number; kind: ReactionKind; drift: number }
/** A reaction that stays on the seek bar, at the place in the song that it was for. */
export type Pip = { id: number; kind: ReactionKind; positionMs: number; count: number }
export type Reactions = { floating: Floating[]; pips: Pip[] }

/** A whole party at once: more than these would only cover each other, and cost drawing. */
const MOST_FLOATING = 12
const MOST_PIPS = 40
/** Nearer than this share of the song, the same reaction is one pip. */
const NEAR = 0.02

/** `positionMs`: null where nobody knows to which place of the song it belongs. */
export type Reacted = { id: number; kind: ReactionKind; positionMs: number | null; durationMs: number }

export function react({ floating, pips }: Reactions, { id, kind, positionMs, durationMs }: Reacted): Reactions {
  const drift = ((id * 37) % 56) - 28
  return {
    floating: [...floating, { id, kind, drift }].slice(-MOST_FLOATING),
    pips: positionMs === null ? pips : addPip(pips, { id, kind, positionMs, count: 1 }, durationMs * NEAR),
  }
}

function addPip(pips: Pip[], pip: Pip, nearMs: number): Pip[] {
  const near = pips.find(({ kind, positionMs }) => kind === pip.kind && Math.abs(positionMs - pip.positionMs) < nearMs)
  if (!near) return [...pips, pip].slice(-MOST_PIPS)
  return pips.map((one) => (one === near ? { ...one, count: one.count + 1 } : one))
}

export function landed({ floating, pips }: Reactions, id: number): Reactions {
  return { floating: floating.filter((one) => one.id !== id), pips }
}
