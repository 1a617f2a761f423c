import { spectrumOf } from './fft'
import { LISTEN_RATE } from './listen'

const SIZE = 512
const FRAMES_PER_SECOND = 100
const HOP = LISTEN_RATE / FRAMES_PER_SECOND
const [SLOWEST, FASTEST] = [55, 200]

/** Beats per minute by the repetition of its onsets; null where nothing repeats. Mono samples at LISTEN_RATE. */
export function tempoOf(samples: Float32Array): number | null {
  const onsets = onsetStrength(samples)
  if (onsets.length < 8 * FRAMES_PER_SECOND) return null
  const strength = likeness(onsets)
  const energy = strength(0)
  if (energy <= 0) return null
  const best = bestPeriod(strength)
  if (strength(best) / energy < 0.08) return null
  return Math.round((60 * FRAMES_PER_SECOND * 10) / refine(best, strength)) / 10
}

/** How much louder each band is than 10 ms before, all bands together, less the local mean. */
function onsetStrength(samples: Float32Array): Float32Array {
  const spectrum = spectrumOf(SIZE)
  const count = Math.max(0, Math.floor((samples.length - SIZE) / HOP))
  const flux = new Float32Array(count)
  const before = new Float32Array(SIZE / 2)
  for (let frame = 0; frame < count; frame++) {
    const now = spectrum(samples, frame * HOP)
    let rise = 0
    for (let i = 0; i < now.length; i++) {
      const level = Math.log1p(100 * (now[i] ?? 0))
      rise += Math.max(0, level - (before[i] ?? 0))
      before[i] = level
    }
    flux[frame] = frame === 0 ? 0 : rise
  }
  return flux.map((value, i) => Math.max(0, value - meanAround(flux, i, FRAMES_PER_SECOND / 4)))
}

function meanAround(values: Float32Array, centre: number, reach: number): number {
  let sum = 0
  for (let i = centre - reach; i <= centre + reach; i++) sum += values[i] ?? 0
  return sum / (2 * reach + 1)
}

/** Autocorrelation at any lag in frames, between frames by interpolation. */
function likeness(onsets: Float32Array): (lag: number) => number {
  const known = new Map<number, number>()
  const at = (lag: number) => {
    const kept = known.get(lag)
    if (kept !== undefined) return kept
    let sum = 0
    for (let i = lag; i < onsets.length; i++) sum += (onsets[i] ?? 0) * (onsets[i - lag] ?? 0)
    const value = sum / Math.max(1, onsets.length - lag)
    known.set(lag, value)
    return value
  }
  return (lag) => {
    const whole = Math.floor(lag)
    return at(whole) + (at(whole + 1) - at(whole)) * (lag - whole)
  }
}

/** The lag that repeats best together with its multiples; people tap near 115 a minute, so that settles halves and doubles. */
function bestPeriod(strength: (lag: number) => number): number {
  let [best, top] = [0, -1]
  for (let bpm = SLOWEST; bpm <= FASTEST; bpm += 0.5) {
    const lag = (60 * FRAMES_PER_SECOND) / bpm
    const taste = Math.exp(-0.5 * (Math.log2(bpm / 115) / 0.7) ** 2)
    const score = taste * (strength(lag) + 0.5 * strength(2 * lag) + 0.5 * strength(4 * lag))
    if (score > top) [best, top] = [lag, score]
  }
  return best
}

/** Many beats later a small error has grown large: the peak there gives the period to a tenth of a percent. */
function refine(period: number, strength: (lag: number) => number): number {
  let refined = period
  for (const beats of [4, 8, 16]) {
    let [best, top] = [refined, -1]
    for (let step = -20; step <= 20; step++) {
      const candidate = refined * (1 + (step * 0.0125) / (20 * (beats / 4)))
      const value = strength(candidate * beats)
      if (value > top) [best, top] = [candidate, value]
    }
    refined = best
  }
  return refined
}
