import { RATE, type Stereo, silence } from './sound'

// The rooms are worked out block by block: less than the shortest delay, so that nothing in a block waits for itself.
const BLOCK = 512

/** A room of eight delays that feed one another through a Hadamard matrix; `seconds` to fall by 60 dB. */
export function reverb(input: Stereo, { seconds, dull }: { seconds: number; dull: number }): Stereo {
  const lines = [1447, 1699, 1999, 2287, 2579, 2903, 3253, 3547].map((length) => new DelayLine(length, seconds, dull))
  const taps = lines.map(() => new Float32Array(BLOCK))
  const early = {
    left: diffused(input.left, 341, 379),
    right: diffused(input.right, 241, 269),
  }
  const output = silence(input.left.length)
  for (let from = 0; from < input.left.length; from += BLOCK) {
    lines.forEach((line, k) => {
      line.read(taps[k] ?? early.left)
    })
    listen(output.left, taps, 0, from)
    listen(output.right, taps, 1, from)
    hadamard(taps)
    lines.forEach((line, k) => {
      line.write(taps[k] ?? early.left, k % 2 ? early.right : early.left, from)
    })
  }
  return output
}

/** Loses highs and strength with each turn, as air and walls do. */
class DelayLine {
  private readonly line: Float32Array
  private readonly gain: number
  private at = 0
  private soft = 0

  constructor(
    length: number,
    seconds: number,
    private readonly dull: number,
  ) {
    this.line = new Float32Array(length)
    this.gain = 10 ** ((-3 * length) / RATE / seconds)
  }

  read(into: Float32Array) {
    const { line, gain } = this
    const keep = 1 - this.dull
    let [at, soft] = [this.at, this.soft]
    for (let i = 0; i < BLOCK; i++) {
      soft += keep * ((line[at] ?? 0) * gain - soft)
      into[i] = soft
      at = at + 1 === line.length ? 0 : at + 1
    }
    this.soft = soft
  }

  write(tap: Float32Array, input: Float32Array, from: number) {
    const { line } = this
    let at = this.at
    for (let i = 0; i < BLOCK; i++) {
      line[at] = (tap[i] ?? 0) + (input[from + i] ?? 0) * 0.35
      at = at + 1 === line.length ? 0 : at + 1
    }
    this.at = at
  }
}

/** Every second tap, one of them turned round: left and right share nothing. */
function listen(channel: Float32Array, taps: Float32Array[], first: number, from: number) {
  const [a, b, c, d] = [taps[first], taps[first + 2], taps[first + 4], taps[first + 6]]
  const count = Math.min(BLOCK, channel.length - from)
  for (let i = 0; i < count; i++)
    channel[from + i] = 0.5 * ((a?.[i] ?? 0) + (b?.[i] ?? 0) - (c?.[i] ?? 0) + (d?.[i] ?? 0))
}

function hadamard(taps: Float32Array[]) {
  for (let half = 1; half < 8; half *= 2)
    for (let k = 0; k < 8; k++) {
      const [a, b] = [taps[k], taps[k + half]]
      if (k & half || !a || !b) continue
      for (let i = 0; i < BLOCK; i++) {
        const x = a[i] ?? 0
        const y = b[i] ?? 0
        a[i] = (x + y) * Math.SQRT1_2
        b[i] = (x - y) * Math.SQRT1_2
      }
    }
}

/** Two all-passes smear the start, so that drums do not rattle. */
const diffused = (channel: Float32Array, first: number, second: number) => allPass(allPass(channel, first), second)

function allPass(input: Float32Array, length: number): Float32Array {
  const output = new Float32Array(input.length)
  const line = new Float32Array(length)
  let at = 0
  for (let i = 0; i < input.length; i++) {
    const delayed = line[at] ?? 0
    const value = delayed - 0.6 * (input[i] ?? 0)
    line[at] = (input[i] ?? 0) + 0.6 * value
    output[i] = value
    at = at + 1 === length ? 0 : at + 1
  }
  return output
}

/** Echoes that jump from side to side and grow duller; `seconds` between them. */
export function echo(input: Stereo, { seconds, feedback }: { seconds: number; feedback: number }): Stereo {
  const size = Math.round(seconds * RATE)
  const [left, right] = [new Float32Array(size), new Float32Array(size)]
  const output = silence(input.left.length)
  let [at, softL, softR] = [0, 0, 0]
  for (let i = 0; i < input.left.length; i++) {
    const [l, r] = [left[at] ?? 0, right[at] ?? 0]
    output.left[i] = l
    output.right[i] = r
    softL += 0.35 * (r - softL)
    softR += 0.35 * (l - softR)
    left[at] = (input.left[i] ?? 0) * 0.8 + (input.right[i] ?? 0) * 0.2 + softL * feedback
    right[at] = softR * feedback
    at = at + 1 === size ? 0 : at + 1
  }
  return output
}

/** A slow double of the sound, a little out of tune: width for pianos and strings. In place. */
export function chorus(sound: Stereo, { hz, milliseconds, mix }: { hz: number; milliseconds: number; mix: number }) {
  const size = 4096
  const depth = (milliseconds / 1000) * RATE
  for (const [channel, turn] of [
    [sound.left, 0],
    [sound.right, Math.PI / 2],
  ] as const) {
    const line = new Float32Array(size)
    const back = (i: number) => 500 + depth * (1 + Math.sin((2 * Math.PI * hz * i) / RATE + turn))
    for (let from = 0; from < channel.length; from += 256) {
      const [first, slope] = [back(from), (back(from + 256) - back(from)) / 256]
      for (let i = from; i < Math.min(from + 256, channel.length); i++) {
        const dry = channel[i] ?? 0
        line[i & (size - 1)] = dry
        const behind = i + size - (first + slope * (i - from))
        const whole = behind | 0
        const a = line[whole & (size - 1)] ?? 0
        const b = line[(whole + 1) & (size - 1)] ?? 0
        channel[i] = dry * (1 - mix / 2) + mix * (a + (b - a) * (behind - whole))
      }
    }
  }
}
