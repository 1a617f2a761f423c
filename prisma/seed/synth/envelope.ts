/** Seconds, and the level that is held. */
export type Adsr = { attack: number; decay: number; sustain: number; release: number }

/** How long a note sounds on after it was let go. */
export const tailOf = ({ release }: Adsr) => release * 1.25

/** The level at `t` seconds of a note that is held for `length` seconds; ends in true silence. */
export function levelAt(t: number, length: number, shape: Adsr): number {
  if (t < length) return held(t, shape)
  const since = t - length
  const end = tailOf(shape)
  if (since >= end) return 0
  // The last tenth goes straight to zero: an exponential never would, and its end would click.
  return held(length, shape) * Math.exp((-4.6 * since) / shape.release) * Math.min(1, ((end - since) / end) * 10)
}

function held(t: number, { attack, decay, sustain }: Adsr): number {
  if (t < attack) {
    const x = t / attack
    return x * x * (3 - 2 * x)
  }
  return sustain + (1 - sustain) * Math.exp((-3 * (t - attack)) / Math.max(0.001, decay))
}
