export const RATE = 44_100

/** Two channels of equal length, −1 to 1. */
export type Stereo = { left: Float32Array; right: Float32Array }

/** One note for a voice: seconds, MIDI pitch (60 is middle C, fractions allowed), 0–1, −1 (left) to 1. */
export type Note = { at: number; length: number; pitch: number; velocity: number; pan: number }

export const silence = (frames: number): Stereo => ({
  left: new Float32Array(frames),
  right: new Float32Array(frames),
})

export const hzOf = (pitch: number) => 440 * 2 ** ((pitch - 69) / 12)

/** Equal power, so that a sound keeps its loudness as it moves. */
export function panOf(pan: number): { l: number; r: number } {
  const angle = ((Math.max(-1, Math.min(1, pan)) + 1) * Math.PI) / 4
  return { l: Math.cos(angle), r: Math.sin(angle) }
}

/** mulberry32: the same performance on every machine. */
export function seeded(seed: number): () => number {
  let a = seed | 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
