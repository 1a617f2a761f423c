import { RATE, type Stereo } from './sound'

/** Integrated loudness in LUFS as ITU-R BS.1770-4 defines it: K-weighting, 400 ms blocks, two gates. */
export function loudnessOf(sound: Stereo): number {
  const powers = blockPowers(sound)
  const loud = powers.filter((power) => toLufs(power) > -70)
  if (loud.length === 0) return -70
  const gate = toLufs(mean(loud)) - 10
  return toLufs(mean(loud.filter((power) => toLufs(power) > gate)))
}

const toLufs = (power: number) => -0.691 + 10 * Math.log10(Math.max(power, 1e-12))
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function blockPowers({ left, right }: Stereo): number[] {
  const hop = Math.round(RATE / 10)
  const hops = new Float64Array(Math.floor(left.length / hop))
  for (const channel of [left, right]) addPower(channel, hops, hop)
  // Each block of 400 ms overlaps the next by three quarters.
  const blocks: number[] = []
  for (let i = 3; i < hops.length; i++) {
    const sum = (hops[i - 3] ?? 0) + (hops[i - 2] ?? 0) + (hops[i - 1] ?? 0) + (hops[i] ?? 0)
    blocks.push(sum / (4 * hop))
  }
  return blocks
}

/** Adds a channel's K-weighted power to each tenth of a second. */
function addPower(channel: Float32Array, hops: Float64Array, hop: number) {
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  for (let h = 0; h < hops.length; h++) {
    let sum = 0
    for (let i = h * hop; i < (h + 1) * hop; i++) {
      const x = channel[i] ?? 0
      const shelved = SHELF.b0 * x + x1
      x1 = SHELF.b1 * x - SHELF.a1 * shelved + x2
      x2 = SHELF.b2 * x - SHELF.a2 * shelved
      const y = shelved + y1
      y1 = -2 * shelved - PASS.a1 * y + y2
      y2 = shelved - PASS.a2 * y
      sum += y * y
    }
    hops[h] = (hops[h] ?? 0) + sum
  }
}

// The standard's two filters, worked out for this sample rate: a high shelf for the head, then a high-pass.
const SHELF = (() => {
  const [hz, gain, q] = [1681.974450955533, 3.999843853973347, 0.7071752369554196]
  const k = Math.tan((Math.PI * hz) / RATE)
  const high = 10 ** (gain / 20)
  const band = high ** 0.4996667741545416
  const a0 = 1 + k / q + k * k
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  }
})()

const PASS = (() => {
  const [hz, q] = [38.13547087602444, 0.5003270373238773]
  const k = Math.tan((Math.PI * hz) / RATE)
  const a0 = 1 + k / q + k * k
  return { a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 }
})()
