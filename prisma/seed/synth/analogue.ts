import { type Adsr, levelAt, tailOf } from './envelope'
import { hzOf, type Note, panOf, RATE, type Stereo } from './sound'
import { readWave, tableFor, type Wave } from './waves'

/** A voice of the subtractive kind: waves, then a low-pass filter that opens and closes. */
export type Analogue = {
  wave: Wave
  /** Detuning of each oscillator in cents; they lie side by side across `width` (0–1). */
  cents: number[]
  width: number
  shape: Adsr
  /** Base, how much of the pitch it follows (0–1), octaves that each note opens it by, and how fast it falls back. */
  filter: { hz: number; follow: number; opens: number; decay: number; resonance: number }
  vibrato?: { hz: number; cents: number; delay: number }
  gain: number
}

const BLOCK = 64

/** Adds one note. */
export function playAnalogue(out: Stereo, note: Note, patch: Analogue) {
  const start = Math.round(note.at * RATE)
  const frames = Math.min(out.left.length - start, Math.ceil((note.length + tailOf(patch.shape)) * RATE))
  const base = hzOf(note.pitch)
  const table = tableFor(patch.wave, base)
  const oscillators = patch.cents.map((_, i) => new Oscillator(note, patch, i))
  const gain = (patch.gain * (0.35 + 0.65 * note.velocity)) / Math.sqrt(patch.cents.length)
  const states = [new Float64Array(2), new Float64Array(2)] as const
  let level = gain * levelAt(0, note.length, patch.shape)
  for (let from = 0; from < frames; from += BLOCK) {
    const t = from / RATE
    const step = (base * bend(t, patch)) / RATE
    left.fill(0)
    right.fill(0)
    for (const oscillator of oscillators) oscillator.add(table, step)
    const coefficients = lowPassAt(cutoff(t, base, note.velocity, patch), patch.filter.resonance)
    const before = level
    level = gain * levelAt(t + BLOCK / RATE, note.length, patch.shape)
    const count = Math.min(BLOCK, frames - from)
    filterInto(out.left, start + from, count, left, states[0], coefficients, before, level)
    filterInto(out.right, start + from, count, right, states[1], coefficients, before, level)
  }
}

// One block at a time, shared by all notes.
const left = new Float32Array(BLOCK)
const right = new Float32Array(BLOCK)
const wave = new Float32Array(BLOCK)

class Oscillator {
  private phase: number
  private readonly ratio: number
  private readonly l: number
  private readonly r: number

  constructor(note: Note, { cents, width }: Analogue, i: number) {
    const place = cents.length > 1 ? (i / (cents.length - 1)) * 2 - 1 : 0
    const { l, r } = panOf(note.pan + place * width)
    this.phase = (0.011 + i * 0.37 + note.pitch * 0.131) % 1
    this.ratio = 2 ** ((cents[i] ?? 0) / 1200)
    this.l = l
    this.r = r
  }

  add(table: Float32Array, step: number) {
    const { l, r } = this
    this.phase = readWave(table, this.phase, step * this.ratio, wave)
    for (let i = 0; i < BLOCK; i++) {
      const value = wave[i] ?? 0
      left[i] = (left[i] ?? 0) + value * l
      right[i] = (right[i] ?? 0) + value * r
    }
  }
}

function bend(t: number, { vibrato }: Analogue): number {
  if (!vibrato || t < vibrato.delay) return 1
  const depth = Math.min(1, (t - vibrato.delay) / 0.5) * vibrato.cents
  return 2 ** ((depth * Math.sin(2 * Math.PI * vibrato.hz * t)) / 1200)
}

function cutoff(t: number, base: number, velocity: number, { filter }: Analogue): number {
  const open = filter.opens * (0.4 + 0.6 * velocity) * Math.exp(-t / filter.decay)
  return Math.min(16_000, filter.hz * (base / 261.6) ** filter.follow * 2 ** open)
}

type Coefficients = { a1: number; a2: number; a3: number }

/** Two poles, state variable, after Zavalishin: stays tame however fast its cut-off moves. */
function lowPassAt(hz: number, resonance: number): Coefficients {
  const g = Math.tan((Math.PI * hz) / RATE)
  const a1 = 1 / (1 + g * (g + 2 - 2 * resonance))
  return { a1, a2: g * a1, a3: g * g * a1 }
}

/** Filters a block and adds it at `at`, its level going from one to the other. */
function filterInto(
  out: Float32Array,
  at: number,
  count: number,
  block: Float32Array,
  state: Float64Array,
  { a1, a2, a3 }: Coefficients,
  from: number,
  to: number,
) {
  let s1 = state[0] ?? 0
  let s2 = state[1] ?? 0
  const slope = (to - from) / BLOCK
  for (let i = 0; i < count; i++) {
    const v3 = (block[i] ?? 0) - s2
    const v1 = a1 * s1 + a2 * v3
    const v2 = s2 + a2 * s1 + a3 * v3
    s1 = 2 * v1 - s1
    s2 = 2 * v2 - s2
    out[at + i] = (out[at + i] ?? 0) + v2 * (from + slope * i)
  }
  state[0] = s1
  state[1] = s2
}
