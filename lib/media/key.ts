import { spectrumOf } from './fft'
import { LISTEN_RATE } from './listen'

/** Pitch class 0–11 from C, mode 1 major or 0 minor, as AudioFeatures has them. */
export type MusicalKey = { key: number; mode: 0 | 1 }

// How well each step of the scale fits, as listeners judged it (Krumhansl and Kessler 1982).
const MAJOR = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88]
const MINOR = [6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17]
const NAMES = ['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B']

const SIZE = 4096
const [LOWEST_HZ, HIGHEST_HZ] = [65, 1400]

/** The key whose scale the sound resembles most; null when no key stands out. Mono samples at LISTEN_RATE. */
export function keyOf(samples: Float32Array): MusicalKey | null {
  const pitches = pitchClasses(samples)
  let [best, top]: [MusicalKey | null, number] = [null, 0.5]
  for (let key = 0; key < 12; key++)
    for (const mode of [1, 0] as const) {
      const fit = correlation(pitches, mode ? MAJOR : MINOR, key)
      if (fit > top) [best, top] = [{ key, mode }, fit]
    }
  return best
}

/** "C", "F#m" */
export const nameOfKey = ({ key, mode }: MusicalKey) => `${NAMES[key]}${mode ? '' : 'm'}`

/** What tags say: "F#m", "Gb minor", "A". Null for anything else, such as "8A". */
export function readKey(name: string): MusicalKey | null {
  const [, letter, sign, rest = ''] = /^([A-G])([#♯b♭]?)\s*(m|min|minor|maj|major)?$/i.exec(name.trim()) ?? []
  if (!letter) return null
  const natural = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }[letter.toUpperCase()] ?? 0
  const shift = sign === '#' || sign === '♯' ? 1 : sign ? -1 : 0
  const isMinor = rest === 'm' || /^min/i.test(rest)
  return { key: (natural + shift + 12) % 12, mode: isMinor ? 0 : 1 }
}

function pitchClasses(samples: Float32Array): number[] {
  const spectrum = spectrumOf(SIZE)
  const sums = Array.from({ length: 12 }, () => 0)
  for (let from = 0; from + SIZE <= samples.length; from += SIZE) {
    const now = spectrum(samples, from)
    for (let i = 1; i < now.length - 1; i++) {
      const hz = (i * LISTEN_RATE) / SIZE
      const level = now[i] ?? 0
      // Only peaks of the spectrum: what lies between is noise and the drums'.
      if (hz < LOWEST_HZ || hz > HIGHEST_HZ || level < (now[i - 1] ?? 0) || level < (now[i + 1] ?? 0)) continue
      const pitch = Math.round(69 + 12 * Math.log2(hz / 440))
      sums[pitch % 12] = (sums[pitch % 12] ?? 0) + Math.sqrt(level)
    }
  }
  return sums
}

function correlation(pitches: number[], profile: number[], key: number): number {
  const turned = profile.map((_, i) => pitches[(i + key) % 12] ?? 0)
  const [a, b] = [deviations(turned), deviations(profile)]
  const norm = Math.hypot(...a) * Math.hypot(...b)
  return norm === 0 ? 0 : a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / norm
}

function deviations(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}
