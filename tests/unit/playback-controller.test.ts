import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DriftController, MEDIA_ELEMENT } from '@/lib/playback/controller'
import { anyWorld, count, draw, seedOf, simulate, worst } from '@/tests/support/imagined-drift'

test('within 2 ms from any start under any drift of real clocks, and for good', () => {
  fc.assert(
    fc.property(anyWorld, seedOf, (world, seed) => {
      const moments = simulate({ ...world, seconds: 60, random: draw(seed) })
      expect(worst(moments, 20)).toBeLessThan(2)
      expect(count(moments, 'reschedule')).toBe(0)
    }),
  )
})

test('never faster or slower than half a percent', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      for (const { rate } of simulate({ ...world, seconds: 15 }))
        expect(Math.abs(rate - 1)).toBeLessThanOrEqual(0.005 + 1e-12)
    }),
  )
})

test('a steady clock with small noise is left alone once it is right', () => {
  fc.assert(
    fc.property(anyWorld, seedOf, (world, seed) => {
      const moments = simulate({ ...world, skew: 0, seconds: 120, random: draw(seed) })
      expect(
        count(
          moments.filter((m) => m.second > 20),
          'glide',
        ),
      ).toBe(0)
    }),
  )
})

test('it never overshoots: the error comes down without changing sign beyond the noise', () => {
  fc.assert(
    fc.property(anyWorld, seedOf, (world, seed) => {
      const moments = simulate({ ...world, skew: 0, seconds: 40, random: draw(seed) })
      const side = Math.sign(world.startErrorMs)
      for (const { errorMs } of moments) expect(errorMs * side).toBeGreaterThanOrEqual(-1.1)
    }),
  )
})

test('200 ppm of drift takes a gentle correction every few seconds, not a constant wobble', () => {
  const moments = simulate({ startErrorMs: 0, skew: 200e-6, noiseMs: 0.2, seconds: 300 })
  expect(worst(moments, 0)).toBeLessThan(2)
  expect(count(moments, 'glide')).toBeLessThan(75)
  expect(Math.max(...moments.map((m) => Math.abs(m.rate - 1)))).toBeLessThan(0.001)
})

test('a start that landed 9 to 60 ms off is put right within a second, while nobody has settled in', () => {
  for (const startErrorMs of [-59, -46, 9, 30]) {
    const controller = new DriftController()
    controller.restart(0)
    const moments = simulate({ startErrorMs, skew: 50e-6, noiseMs: 0.2, seconds: 10, controller })
    expect(count(moments, 'reschedule')).toBe(1)
    expect(worst(moments, 1)).toBeLessThan(2)
  }
})

test('a media element with its coarse clock is nudged, not moved, within a tenth of a second', () => {
  const controller = new DriftController(MEDIA_ELEMENT)
  const moments = simulate({ startErrorMs: 90, skew: 100e-6, noiseMs: 6, seconds: 120, controller })
  expect(worst(moments, 30)).toBeLessThan(12)
  expect(count(moments, 'reschedule')).toBe(0)
})

test('a move that lands beside the place is done again at once, then less and less often', () => {
  const controller = new DriftController(MEDIA_ELEMENT)
  controller.restart(0)
  const missed = { errorMs: 60, residualMs: 60, hasJumped: false }
  const moves = []
  for (let atMs = 0; atMs < 20_000; atMs += 100)
    if (controller.decide({ ...missed, atMs }).kind === 'reschedule') moves.push(atMs)
  expect(moves).toEqual([400, 1400, 3400])
})
