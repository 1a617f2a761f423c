import { RATE, type Stereo } from '../synth/sound'

/** Water against a hull: noise that swells every few seconds, never twice alike. */
export function sea({ left, right }: Stereo, random: () => number) {
  let [a, b, swell, aim] = [0, 0, 0, 0.5]
  for (let i = 0; i < left.length; i++) {
    if (i % (RATE * 2) === 0) aim = 0.15 + 0.85 * random()
    swell += (aim - swell) / (RATE * 1.6)
    const dull = 0.02 + 0.09 * swell
    a += dull * (random() * 2 - 1 - a)
    b += dull * (random() * 2 - 1 - b)
    left[i] = (left[i] ?? 0) + a * swell
    right[i] = (right[i] ?? 0) + b * swell
  }
}

/** A worn record: hiss, and a tick now and then. */
export function vinyl({ left, right }: Stereo, random: () => number) {
  let [hiss, tick, side] = [0, 0, 0.5]
  for (let i = 0; i < left.length; i++) {
    hiss += 0.3 * ((random() * 2 - 1) * 0.05 - hiss)
    if (random() < 7 / RATE) [tick, side] = [(random() * 2 - 1) * (0.2 + random() ** 4), random()]
    tick *= -0.72
    left[i] = (left[i] ?? 0) + hiss + tick * side
    right[i] = (right[i] ?? 0) + hiss + tick * (1 - side)
  }
}

/** Rain on a window: many small drops over a soft rush. */
export function rain({ left, right }: Stereo, random: () => number) {
  let [a, b, dropL, dropR] = [0, 0, 0, 0]
  for (let i = 0; i < left.length; i++) {
    a += 0.25 * ((random() * 2 - 1) * 0.12 - a)
    b += 0.25 * ((random() * 2 - 1) * 0.12 - b)
    if (random() < 40 / RATE) dropL = random() ** 3 * 0.5
    if (random() < 40 / RATE) dropR = random() ** 3 * 0.5
    dropL *= 0.985
    dropR *= 0.985
    left[i] = (left[i] ?? 0) + a + dropL * (random() * 2 - 1)
    right[i] = (right[i] ?? 0) + b + dropR * (random() * 2 - 1)
  }
}
