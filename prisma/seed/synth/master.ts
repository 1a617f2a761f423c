import { loudnessOf } from './loudness'
import { RATE, type Stereo } from './sound'

const TARGET_LUFS = -14
const CEILING = 10 ** (-1.2 / 20)
const AHEAD = Math.round(0.005 * RATE)

/** Rumble out, some air in, loudness to −14 LUFS, peaks held under −1.2 dB by a limiter that looks ahead. In place. */
export function master(sound: Stereo) {
  for (const channel of [sound.left, sound.right]) {
    highPass(channel, 30)
    brighten(channel, 3_000, 0.5)
  }
  // Limiting takes a little loudness: the second round puts it back.
  for (let round = 0; round < 2; round++) {
    const gain = 10 ** ((TARGET_LUFS - loudnessOf(sound)) / 20)
    for (const channel of [sound.left, sound.right])
      for (let i = 0; i < channel.length; i++) channel[i] = (channel[i] ?? 0) * gain
    limit(sound)
  }
}

/** The song's first and last seconds rise from and sink into silence. In place. */
export function fadeEnds(sound: Stereo, { fadeIn, fadeOut }: { fadeIn: number; fadeOut: number }) {
  const frames = sound.left.length
  for (const channel of [sound.left, sound.right]) {
    for (let i = 0; i < fadeIn * RATE; i++) channel[i] = (channel[i] ?? 0) * (i / (fadeIn * RATE)) ** 1.5
    const from = Math.round(frames - fadeOut * RATE)
    for (let i = from; i < frames; i++) {
      const x = (frames - i) / (frames - from)
      channel[i] = (channel[i] ?? 0) * x * x * (3 - 2 * x)
    }
  }
}

function highPass(channel: Float32Array, hz: number) {
  const step = 1 - Math.exp((-2 * Math.PI * hz) / RATE)
  let low = 0
  for (let i = 0; i < channel.length; i++) {
    const value = channel[i] ?? 0
    low += step * (value - low)
    channel[i] = value - low
  }
}

/** Adds a share of what lies above a frequency. */
function brighten(channel: Float32Array, hz: number, share: number) {
  const step = 1 - Math.exp((-2 * Math.PI * hz) / RATE)
  let low = 0
  for (let i = 0; i < channel.length; i++) {
    const value = channel[i] ?? 0
    low += step * (value - low)
    channel[i] = value + share * (value - low)
  }
}

/** The gain that the loudest of the next 5 ms needs, reached smoothly by the time it comes; recovers in 120 ms. */
function limit({ left, right }: Stereo) {
  const frames = left.length
  const needed = new Float32Array(frames)
  for (let i = 0; i < frames; i++) {
    const peak = Math.max(Math.abs(left[i] ?? 0), Math.abs(right[i] ?? 0))
    needed[i] = peak > CEILING ? CEILING / peak : 1
  }
  leastAhead(needed, AHEAD)
  const release = 1 - Math.exp(-1 / (0.12 * RATE))
  let gain = 1
  let sum = AHEAD
  const recent = new Float32Array(AHEAD).fill(1)
  for (let i = 0; i < frames; i++) {
    const wanted = needed[i] ?? 1
    gain = wanted < gain ? wanted : gain + release * (wanted - gain)
    // A mean over the time looked ahead: the smoothest way down that still arrives in time.
    const slot = i % AHEAD
    sum += gain - (recent[slot] ?? 1)
    recent[slot] = gain
    const smooth = Math.min(sum / AHEAD, 1)
    left[i] = clamp((left[i] ?? 0) * smooth)
    right[i] = clamp((right[i] ?? 0) * smooth)
  }
}

const clamp = (x: number) => Math.max(-CEILING, Math.min(CEILING, x))

/** Each value becomes the least of itself and the `reach` after it, in linear time. In place. */
function leastAhead(values: Float32Array, reach: number) {
  const queue = new Int32Array(values.length)
  let [head, tail] = [0, 0]
  const source = values.slice()
  for (let i = source.length - 1; i >= 0; i--) {
    while (tail > head && (source[queue[tail - 1] ?? 0] ?? 1) >= (source[i] ?? 1)) tail--
    queue[tail++] = i
    while ((queue[head] ?? 0) > i + reach) head++
    values[i] = source[queue[head] ?? 0] ?? 1
  }
}
