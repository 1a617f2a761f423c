import { panOf, RATE, type Stereo, seeded } from './sound'
import { sine } from './waves'

export type DrumName = 'kick' | 'softKick' | 'snare' | 'brush' | 'rim' | 'clap' | 'hat' | 'openHat' | 'shaker' | 'tom'

/** Adds one hit, 0–1 hard. Drums with several takes never sound twice alike in a row. */
export function hit(out: Stereo, name: DrumName, { at, velocity, pan }: { at: number; velocity: number; pan: number }) {
  const takes = takesOf(name)
  const start = Math.round(at * RATE)
  const sound = takes[start % takes.length] ?? takes[0]
  if (!sound) return
  const { l, r } = panOf(pan)
  const loudness = velocity ** 1.3
  const count = Math.min(sound.length, out.left.length - start)
  for (let i = 0; i < count; i++) {
    const value = (sound[i] ?? 0) * loudness
    out.left[start + i] = (out.left[start + i] ?? 0) + value * l
    out.right[start + i] = (out.right[start + i] ?? 0) + value * r
  }
}

// Made when first struck, and kept.
const made = new Map<DrumName, Float32Array[]>()

function takesOf(name: DrumName): Float32Array[] {
  const known = made.get(name) ?? DRUMS[name]()
  made.set(name, known)
  return known
}

const DRUMS: Record<DrumName, () => Float32Array[]> = {
  kick: () => [kick({ from: 190, to: 47, drop: 0.035, decay: 0.24, click: 0.5 })],
  softKick: () => [kick({ from: 110, to: 50, drop: 0.04, decay: 0.2, click: 0.12 })],
  tom: () => [kick({ from: 150, to: 82, drop: 0.08, decay: 0.22, click: 0.1 })],
  snare: () => takes(3, (seed) => noiseDrum({ seed, tone: 186, toneGain: 0.5, low: 900, high: 8_500, decay: 0.13 })),
  brush: () =>
    takes(3, (seed) =>
      noiseDrum({ seed, tone: 200, toneGain: 0.08, low: 1_400, high: 6_500, decay: 0.11, swell: 0.02 }),
    ),
  rim: () => takes(2, (seed) => noiseDrum({ seed, tone: 810, toneGain: 0.9, low: 1_800, high: 7_000, decay: 0.022 })),
  clap: () => takes(2, (seed) => clap(seed)),
  hat: () => takes(4, (seed) => noiseDrum({ seed, tone: 0, toneGain: 0, low: 7_500, high: 15_000, decay: 0.034 })),
  openHat: () => takes(2, (seed) => noiseDrum({ seed, tone: 0, toneGain: 0, low: 6_500, high: 14_000, decay: 0.17 })),
  shaker: () =>
    takes(4, (seed) => noiseDrum({ seed, tone: 0, toneGain: 0, low: 5_000, high: 11_000, decay: 0.04, swell: 0.022 })),
}

function takes(count: number, make: (seed: number) => Float32Array): Float32Array[] {
  return Array.from({ length: count }, (_, i) => make(i + 1))
}

type Kick = { from: number; to: number; drop: number; decay: number; click: number }

/** A falling sine with a knock on top. */
function kick({ from, to, drop, decay, click }: Kick): Float32Array {
  const random = seeded(5)
  const sound = new Float32Array(Math.round(decay * 5 * RATE))
  let phase = 0
  for (let i = 0; i < sound.length; i++) {
    const t = i / RATE
    phase += (to + (from - to) * Math.exp(-t / drop)) / RATE
    const body = sine(phase) * Math.exp(-t / decay) * Math.min(1, t / 0.0015)
    const knock = (random() * 2 - 1) * click * Math.exp(-t / 0.004)
    sound[i] = 0.72 * Math.tanh(1.4 * (body + 0.5 * knock)) * endFade(i, sound.length)
  }
  return sound
}

type NoiseDrum = {
  seed: number
  tone: number
  toneGain: number
  low: number
  high: number
  decay: number
  swell?: number
}

/** Noise between two frequencies over a short tone. */
function noiseDrum({ seed, tone, toneGain, low, high, decay, swell = 0.0008 }: NoiseDrum): Float32Array {
  const random = seeded(seed * 977)
  const sound = new Float32Array(Math.round((swell + decay * 6) * RATE))
  const [lowStep, highStep] = [low, high].map((hz) => 1 - Math.exp((-2 * Math.PI * hz) / RATE)) as [number, number]
  let [l1, l2, h1] = [0, 0, 0]
  for (let i = 0; i < sound.length; i++) {
    const t = i / RATE
    h1 += highStep * (random() * 2 - 1 - h1)
    l1 += lowStep * (h1 - l1)
    l2 += lowStep * (h1 - l1 - l2)
    const level = t < swell ? t / swell : Math.exp(-(t - swell) / decay)
    const body = toneGain * (sine(t * tone) + 0.5 * sine(t * tone * 1.78)) * Math.exp(-t / (decay * 0.55))
    sound[i] = ((h1 - l1 - l2) * 2.6 * level + body * 0.7) * endFade(i, sound.length)
  }
  return sound
}

/** Several hands, not quite together. */
function clap(seed: number): Float32Array {
  const one = noiseDrum({ seed, tone: 0, toneGain: 0, low: 900, high: 5_000, decay: 0.012 })
  const room = noiseDrum({ seed: seed + 9, tone: 0, toneGain: 0, low: 800, high: 4_500, decay: 0.09 })
  const sound = new Float32Array(room.length + 2000)
  for (const [delay, hand] of [
    [0, one],
    [430 + seed * 20, one],
    [880, one],
    [1300, room],
  ] as const)
    for (let i = 0; i < hand.length; i++) sound[delay + i] = (sound[delay + i] ?? 0) + (hand[i] ?? 0) * 0.8
  return sound
}

const endFade = (i: number, length: number) => Math.min(1, (length - i) / 400)
