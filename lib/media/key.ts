import { spectrumOf } from './fft'
import { LISTEN_RATE } from './listen'

/** Pitch class 0–11 from C, mode 1 major or 0 minor, as AudioFeatures has them. */
export type MusicalKey = { key: number; mode: 0 | 1 }

// How much of each step of the scale sounds in music of today (Faraldo et al., ECIR 2016).
const MAJOR = [16.5, 4.7, 8.3, 6.7, 10, 9.3, 5.3, 13.2, 5.2, 7.4, 6.9, 6.4]
const MINOR = [17.2, 5.3, 7.6, 10, 5.6, 8.5, 5, 13.5, 7.5, 5, 9.2, 5.5]
const NAMES = ['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B']

const SIZE = 8192
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

/** The energy of each pitch class; every moment counts the same, however loud. */
function pitchClasses(samples: Float32Array): number[] {
  const spectrum = spectrumOf(SIZE)
  const sums = Array.from({ length: 12 }, () => 0)
  for (let from = 0; from + SIZE <= samples.length; from += SIZE / 2) {
    const moment = pitchesOf(spectrum(samples, from))
    const loudness = Math.hypot(...moment)
    for (let i = 0; i < 12 && loudness > 0; i++) sums[i] = (sums[i] ?? 0) + (moment[i] ?? 0) / loudness
  }
  return sums
}

function pitchesOf(spectrum: Float32Array): number[] {
  const pitches = Array.from({ length: 12 }, () => 0)
  for (let i = 1; i < spectrum.length - 1; i++) {
    const hz = (i * LISTEN_RATE) / SIZE
    const level = spectrum[i] ?? 0
    // Only peaks of the spectrum: what lies between is noise and the drums'.
    if (hz < LOWEST_HZ || hz > HIGHEST_HZ || level < (spectrum[i - 1] ?? 0) || level < (spectrum[i + 1] ?? 0)) continue
    const pitch = 69 + 12 * Math.log2(hz / 440)
    const nearest = Math.round(pitch)
    pitches[nearest % 12] = (pitches[nearest % 12] ?? 0) + level ** 2 * (1 - Math.abs(pitch - nearest))
  }
  return pitches
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
