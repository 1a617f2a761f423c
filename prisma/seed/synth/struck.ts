import { type Adsr, levelAt, tailOf } from './envelope'
import { hzOf, type Note, panOf, RATE, type Stereo, seeded } from './sound'
import { sine } from './waves'

/** A voice of the frequency-modulated kind: electric pianos, bells, marimbas, round basses. */
export type Struck = {
  /** Modulator's frequency as a multiple of the note's, how far it bends at full velocity, and how fast that fades. */
  ratio: number
  index: number
  fade: number
  /** A short bright knock at the start. */
  tine: { ratio: number; gain: number; decay: number }
  shape: Adsr
  /** Of the whole sound, for what rings less the higher it is. */
  ring: number
  tremolo?: { hz: number; depth: number }
  gain: number
}

/** Adds one note. */
export function playStruck(out: Stereo, note: Note, patch: Struck) {
  const start = Math.round(note.at * RATE)
  const frames = Math.min(out.left.length - start, Math.ceil((note.length + tailOf(patch.shape)) * RATE))
  const hz = hzOf(note.pitch)
  const step = hz / RATE
  const { l, r } = panOf(note.pan)
  const ring = patch.ring * (261.6 / hz) ** 0.4
  const depth = patch.index * note.velocity * Math.min(1, (700 / hz) ** 0.5)
  const tine = hz * patch.tine.ratio < 12_000 ? patch.tine.gain * note.velocity ** 2 : 0
  let [level, fading, knock] = [0, 1, 1]
  const [ringStep, fadeStep, knockStep] = [ring, patch.fade, patch.tine.decay].map((s) =>
    Math.exp(-1 / (s * RATE)),
  ) as [number, number, number]
  let rung = patch.gain * (0.25 + 0.75 * note.velocity)
  let [carrier, modulator, bright, sway] = [0, 0, 0, 0]
  for (let i = 0; i < frames; i++) {
    if (i % 16 === 0) {
      level = levelAt(i / RATE, note.length, patch.shape)
      if (patch.tremolo) sway = patch.tremolo.depth * sine(((note.at + i / RATE) * patch.tremolo.hz) % 1)
    }
    const bent = carrier + (sine(modulator) * depth * (0.15 + 0.85 * fading)) / 6.283
    const value = (sine(bent) + (tine > 0 ? tine * knock * sine(bright) : 0)) * rung * level
    out.left[start + i] = (out.left[start + i] ?? 0) + value * l * (1 + sway)
    out.right[start + i] = (out.right[start + i] ?? 0) + value * r * (1 - sway)
    carrier = turn(carrier + step)
    modulator = turn(modulator + step * patch.ratio)
    bright = turn(bright + step * patch.tine.ratio)
    rung *= ringStep
    fading *= fadeStep
    knock *= knockStep
  }
}

const turn = (phase: number) => phase - (phase | 0)

/** A plucked string after Karplus and Strong, with the pick's place and the body's dullness. */
export type Plucked = { bright: number; sustain: number; pick: number; release: number; gain: number }

/** Adds one note. */
export function playPlucked(out: Stereo, note: Note, patch: Plucked) {
  const start = Math.round(note.at * RATE)
  const shape = { attack: 0.001, decay: 1, sustain: 1, release: patch.release }
  const frames = Math.min(out.left.length - start, Math.ceil((note.length + tailOf(shape)) * RATE))
  const period = RATE / hzOf(note.pitch) - 0.5
  const size = Math.floor(period)
  const fraction = period - size
  const line = excite(size + 2, note, patch)
  // The same fall per second for every pitch: longer strings lose more in each turn.
  const loss = Math.exp(-1 / (patch.sustain * (220 / hzOf(note.pitch)) ** 0.35 * hzOf(note.pitch)))
  const { l, r } = panOf(note.pan)
  const loudness = patch.gain * (0.3 + 0.7 * note.velocity)
  let [at, before, level] = [0, 0, 1]
  for (let i = 0; i < frames; i++) {
    if (i % 16 === 0) level = levelAt(i / RATE, note.length, shape)
    const next = at + 1 >= size + 1 ? 0 : at + 1
    const now = line[at] ?? 0
    const value = now + ((line[next] ?? 0) - now) * (1 - fraction)
    line[at] = loss * 0.5 * (value + before)
    before = value
    at = next
    const sample = value * loudness * level
    out.left[start + i] = (out.left[start + i] ?? 0) + sample * l
    out.right[start + i] = (out.right[start + i] ?? 0) + sample * r
  }
}

function excite(size: number, note: Note, { bright, pick }: Plucked): Float32Array {
  const random = seeded(Math.round(note.at * 1000 + note.pitch * 7919))
  const noise = new Float32Array(size)
  let smooth = 0
  const open = Math.min(0.95, bright * (0.5 + 0.5 * note.velocity))
  for (let i = 0; i < size; i++) {
    smooth += open * (random() * 2 - 1 - smooth)
    noise[i] = smooth
  }
  // Plucked at one place, a string lacks the harmonics that rest there.
  const shift = Math.max(1, Math.round(size * pick))
  const mean = noise.reduce((sum, value) => sum + value, 0) / size
  return noise.map((value, i) => value - mean - 0.8 * ((noise[(i + shift) % size] ?? 0) - mean))
}
