import { RATE, type Stereo } from '../synth/sound'

/** How a part sits in the mix. `loose` is how far its hands are off the beat, in seconds. */
export type Seat = {
  gain: number
  pan?: number
  spread?: number
  reverb?: number
  echo?: number
  chorus?: number
  /** How far the part gives way to each kick, 0–1. */
  ducks?: number
  loose?: number
}

/** Moves a part into the mix and leaves silence for the next. */
export function blend(part: Float32Array, seat: Seat, dry: Float32Array, toReverb: Float32Array, toEcho: Float32Array) {
  const [wet, echoed] = [seat.reverb ?? 0, seat.echo ?? 0]
  for (let i = 0; i < part.length; i++) {
    const value = (part[i] ?? 0) * seat.gain
    if (value === 0) continue
    dry[i] = (dry[i] ?? 0) + value
    if (wet) toReverb[i] = (toReverb[i] ?? 0) + value * wet
    if (echoed) toEcho[i] = (toEcho[i] ?? 0) + value * echoed
  }
  part.fill(0)
}

export function add(to: Stereo, from: Stereo, gain: number) {
  for (let i = 0; i < to.left.length; i++) {
    to.left[i] = (to.left[i] ?? 0) + (from.left[i] ?? 0) * gain
    to.right[i] = (to.right[i] ?? 0) + (from.right[i] ?? 0) * gain
  }
}

/** Each kick presses the part down for a fifth of a second. */
export function duck(sound: Stereo, kicks: number[], depth: number) {
  const length = Math.round(0.22 * RATE)
  for (const kick of kicks) {
    const start = Math.round(kick * RATE)
    for (let i = 0; i < length && start + i < sound.left.length; i++) {
      const x = i / length
      const gain = 1 - depth * (1 - x) ** 2 * Math.min(1, i / 120)
      sound.left[start + i] = (sound.left[start + i] ?? 0) * gain
      sound.right[start + i] = (sound.right[start + i] ?? 0) * gain
    }
  }
}
