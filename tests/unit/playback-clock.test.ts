import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ClockFilter } from '@/lib/playback/clock'

const SERVER = 1_750_000_000_000

type Network = { baseMs: number; jitterMs: number; skew: number; random: () => number }

/** One exchange at the local instant `t0` against a server clock that drifts by `skew`. */
function exchange(t0: number, { baseMs, jitterMs, skew, random }: Network) {
  const serverAt = (local: number) => SERVER + local * (1 + skew)
  const arrived = t0 + baseMs + random() * jitterMs
  const t3 = arrived + 0.05 + baseMs + random() * jitterMs
  return { t0, t1: serverAt(arrived), t2: serverAt(arrived + 0.05), t3 }
}

/** A burst of 8, then one every four seconds. */
const schedule = (untilMs: number) => [
  ...Array.from({ length: 8 }, (_, i) => i * 60),
  ...Array.from({ length: untilMs / 4000 }, (_, i) => (i + 1) * 4000),
]

function seeded(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Sorted errors over 40 runs, each read between the samples of the span given. */
function errorsOf(network: Omit<Network, 'random'>, fromMs: number, toMs: number) {
  const errors: number[] = []
  for (let seed = 1; seed <= 40; seed++) {
    const random = seeded(seed * 7919)
    for (let i = 0; i < 20; i++) random()
    const clock = new ClockFilter()
    for (const at of schedule(toMs)) {
      clock.add(exchange(at, { ...network, random }))
      const read = at + 3500
      if (at >= fromMs) errors.push(Math.abs(clock.toServer(read) - SERVER - read * (1 + network.skew)))
    }
  }
  return errors.sort((a, b) => a - b)
}
const percentile = (sorted: number[], p: number) => sorted[Math.floor(p * (sorted.length - 1))] ?? Number.NaN

test('a quiet network gives the clock to a tenth of a millisecond', () => {
  const errors = errorsOf({ baseMs: 0.1, jitterMs: 0.3, skew: 20e-6 }, 8000, 120_000)
  expect(percentile(errors, 0.5)).toBeLessThan(0.1)
  expect(percentile(errors, 0.99)).toBeLessThan(0.5)
})

test('with 20 ms of jitter each way the error stays under 5 ms in 95 of 100 readings', () => {
  expect(percentile(errorsOf({ baseMs: 20, jitterMs: 20, skew: 20e-6 }, 400, 240_000), 0.95)).toBeLessThan(3)
})

test('with 15 to 75 ms each way it is synced after the burst', () => {
  const errors = errorsOf({ baseMs: 15, jitterMs: 60, skew: 20e-6 }, 400, 240_000)
  expect(percentile(errors, 0.5)).toBeLessThan(3)
  expect(percentile(errors, 0.95)).toBeLessThan(8)
})

test('a clock that runs 200 ppm off is followed between the samples', () => {
  for (const skew of [200e-6, -200e-6]) {
    expect(percentile(errorsOf({ baseMs: 1, jitterMs: 2, skew }, 60_000, 240_000), 0.99)).toBeLessThan(1)
  }
})

test('the truth lies within half a round trip, whatever the delays', () => {
  const delays = fc.array(
    fc.tuple(fc.double({ min: 0, max: 300, noNaN: true }), fc.double({ min: 0, max: 300, noNaN: true })),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(delays, fc.double({ min: -1e9, max: 1e9, noNaN: true }), (pairs, offset) => {
      const clock = new ClockFilter()
      pairs.forEach(([there, back], i) => {
        const t0 = i * 100
        clock.add({ t0, t1: t0 + there + offset, t2: t0 + there + offset, t3: t0 + there + back })
      })
      expect(Math.abs(clock.offsetMs - offset)).toBeLessThanOrEqual(clock.roundTripMs / 2 + 2)
    }),
  )
})

test('both directions of the conversion agree', () => {
  const clock = new ClockFilter()
  for (const at of schedule(60_000)) clock.add(exchange(at, { baseMs: 3, jitterMs: 4, skew: 1e-4, random: seeded(at) }))
  expect(clock.toLocal(clock.toServer(61_234.5))).toBeCloseTo(61_234.5, 3)
})

test('it is synced after four exchanges and knows the least round trip', () => {
  const clock = new ClockFilter()
  const network = { baseMs: 5, jitterMs: 0, skew: 0, random: () => 0 }
  for (const at of [0, 50, 100]) clock.add(exchange(at, network))
  expect(clock.isSynced).toBe(false)
  clock.add(exchange(150, { ...network, baseMs: 2 }))
  expect(clock.isSynced).toBe(true)
  expect(clock.roundTripMs).toBeCloseTo(4, 3)
})

test.each([
  ['a server clock set back by a minute', -60_000],
  ['a laptop that slept for an hour', 3_600_000],
  ['a server restarted 30 ms off', 30],
])('%s resets it at the first sample', (_what, jump) => {
  const clock = new ClockFilter()
  const network = { baseMs: 1, jitterMs: 1, skew: 0, random: seeded(3) }
  for (const at of schedule(40_000)) clock.add(exchange(at, network))
  const before = clock.offsetMs
  const sample = exchange(45_000, network)
  clock.add({ ...sample, t1: sample.t1 + jump, t2: sample.t2 + jump })
  expect(clock.resets).toBe(1)
  expect(clock.isSynced).toBe(false)
  expect(clock.offsetMs - before).toBeGreaterThan(jump - 3)
  expect(clock.offsetMs - before).toBeLessThan(jump + 3)
})

test('one answer that took five seconds changes nothing', () => {
  const clock = new ClockFilter()
  const network = { baseMs: 1, jitterMs: 1, skew: 0, random: seeded(3) }
  for (const at of schedule(40_000)) clock.add(exchange(at, network))
  const before = clock.offsetMs
  const late = exchange(45_000, network)
  clock.add({ ...late, t3: late.t3 + 5000 })
  expect(clock.offsetMs).toBeCloseTo(before, 0)
  expect(clock.resets).toBe(0)
})

test('the usual round trip leaves out the one slowest', () => {
  const clock = new ClockFilter()
  expect(clock.usualRoundTripMs).toBeNaN()
  for (const [index, baseMs] of [5, 40, 7, 300, 9].entries())
    clock.add(exchange(index * 1000, { baseMs, jitterMs: 0, skew: 0, random: () => 0 }))
  expect(clock.usualRoundTripMs).toBeCloseTo(80, 3)
})
