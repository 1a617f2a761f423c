import { RATE } from './sound'

const SIZE = 2048
const LOWEST_HZ = 40
const OCTAVES = 9

const SINE = Float32Array.from({ length: SIZE + 1 }, (_, i) => Math.sin((2 * Math.PI * i) / SIZE))

/** One period for each octave, each with only the harmonics that stay below half the sample rate: no aliasing. */
export type Wave = { harmonics: Harmonics; octaves: Map<number, Float32Array> }

/** The amplitude of each harmonic, counted from 1. */
type Harmonics = (n: number) => number

export const SAW = band((n) => (n % 2 ? 1 : -1) / n)
export const SQUARE = band((n) => (n % 2 ? 1 / n : 0))
export const TRIANGLE = band((n) => (n % 2 ? (((n - 1) / 2) % 2 ? -1 / (n * n) : 1 / (n * n)) : 0))
/** Between flute and clarinet. */
export const REED = band((n) => (n === 1 ? 1 : n % 2 ? 0.42 / n ** 1.3 : 0.2 / n ** 1.6))
/** A drawbar organ, softly. */
export const ORGAN = band((n) => ({ 1: 1, 2: 0.5, 3: 0.28, 4: 0.16, 6: 0.1, 8: 0.06 })[n] ?? 0)

/** Sine of a phase in turns, for phases above −8. */
export function sine(phase: number): number {
  const x = (phase + 8) * SIZE
  const i = x | 0
  const at = i & (SIZE - 1)
  const a = SINE[at] ?? 0
  return a + ((SINE[at + 1] ?? 0) - a) * (x - i)
}

/** The period to read at this pitch; read it with `readWave`. */
export function tableFor(wave: Wave, hz: number): Float32Array {
  const octave = Math.max(0, Math.min(OCTAVES - 1, Math.ceil(Math.log2(hz / LOWEST_HZ))))
  const known = wave.octaves.get(octave)
  if (known) return known
  const most = Math.max(1, Math.min(500, Math.floor((0.45 * RATE) / (LOWEST_HZ * 2 ** octave))))
  const table = period(wave.harmonics, most)
  wave.octaves.set(octave, table)
  return table
}

/** Fills `into` with a table read from `phase` on, and answers the phase after it; phase and step are in turns. */
export function readWave(table: Float32Array, phase: number, step: number, into: Float32Array): number {
  const advance = step * SIZE
  let x = phase * SIZE
  for (let i = 0; i < into.length; i++) {
    const at = x | 0
    const a = table[at] ?? 0
    into[i] = a + ((table[at + 1] ?? 0) - a) * (x - at)
    x += advance
    if (x >= SIZE) x -= SIZE
  }
  return x / SIZE
}

function band(harmonics: Harmonics): Wave {
  return { harmonics, octaves: new Map() }
}

function period(harmonics: Harmonics, most: number): Float32Array {
  const table = new Float32Array(SIZE + 1)
  for (let n = 1; n <= most; n++) {
    // Fading the highest out avoids the ringing of a sharp cut.
    const amplitude = harmonics(n) * Math.cos((Math.PI / 2) * (n / (most + 1))) ** 0.5
    if (amplitude === 0) continue
    for (let i = 0; i < SIZE; i++) table[i] = (table[i] ?? 0) + amplitude * (SINE[(i * n) % SIZE] ?? 0)
  }
  table[SIZE] = table[0] ?? 0
  return table
}
