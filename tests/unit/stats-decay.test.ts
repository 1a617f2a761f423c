import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addEvent,
  type EventKind,
  eventWeight,
  heat,
  LANDMARK_MS,
  lambda,
  removeEvent,
  scoreOf,
  WEIGHTS,
} from '@/lib/stats/decay'

const START = LANDMARK_MS + 300 * 86_400_000
const MINUTE = 60_000

type Step = { advanceMs: number; kind: EventKind; remove: number | null }

// Clocks jump: an hour back, days ahead. Every other step takes something back, if anything is there.
const step = fc.record({
  advanceMs: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 10 * MINUTE }) },
    { weight: 3, arbitrary: fc.integer({ min: -60 * MINUTE, max: 0 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 20 * 24 * 60 * MINUTE }) },
  ),
  kind: fc.constantFrom<EventKind>('like', 'play', 'add'),
  remove: fc.option(fc.nat(), { freq: 2 }),
})
const steps = fc.array(step, { maxLength: 120 })
const longHistory = fc.array(step, { minLength: 250, maxLength: 350, size: 'max' })

type Moment = { now: number; score: number | null; live: { weight: number; at: number; kind: EventKind }[] }

/** The score by events, as a room keeps it; and the events that are left. `look` sees each moment. */
function run(history: Step[], look: (moment: Moment, isRemoval: boolean) => void = () => {}): Moment {
  let now = START
  let score: number | null = null
  const live: Moment['live'] = []
  for (const { advanceMs, kind, remove } of history) {
    now += advanceMs
    const isRemoval = remove !== null && live.length > 0
    if (isRemoval) {
      const [gone] = live.splice(remove % live.length, 1)
      const without: number | 'rebuild' = gone ? removeEvent(score, gone.weight) : 'rebuild'
      score = without === 'rebuild' ? scoreOf(live.map(({ weight }) => weight)) : without
    } else {
      const weight = eventWeight(kind, now, now)
      live.push({ weight, at: now, kind })
      score = addEvent(score, weight)
    }
    look({ now, score, live }, isRemoval)
  }
  return { now, score, live }
}

/** What the formula stands for: every event's weight, halved for each half-life that has passed. */
function bruteHeat(live: { at: number; kind: EventKind }[], now: number) {
  return live.reduce((sum, { at, kind }) => sum + WEIGHTS[kind] * 2 ** ((at - now) / (30 * MINUTE)), 0)
}

test('whatever happens in a room, the score is the decayed sum of the events that are left', () => {
  let [operations, removals] = [0, 0]
  fc.assert(
    fc.property(longHistory, (history) => {
      run(history, ({ now, score, live }, isRemoval) => {
        operations++
        if (isRemoval) removals++
        const expected = bruteHeat(live, now)
        // Not by expect, which is slow a hundred thousand times.
        if ((score === null) !== (live.length === 0)) throw new Error(`${score} of ${live.length} events`)
        if (expected < 1e-280) return
        const actual = heat(score, now)
        if (Math.abs(actual / expected - 1) > 1e-6) throw new Error(`${actual} instead of ${expected}`)
      })
    }),
    { numRuns: 450 },
  )
  expect(operations).toBeGreaterThan(100_000)
  expect(removals / operations).toBeGreaterThan(0.4)
})

test('songs keep their order by score at every later moment', () => {
  fc.assert(
    fc.property(steps, steps, fc.integer({ min: 0, max: 600 * MINUTE }), (one, other, later) => {
      const [a, b] = [run(one), run(other)]
      if (a.score === null || b.score === null || Math.abs(a.score - b.score) < 1e-6) return
      const now = Math.max(a.now, b.now)
      if (a.score - lambda('room') * (now + later - LANDMARK_MS) < -600) return
      if (b.score - lambda('room') * (now + later - LANDMARK_MS) < -600) return
      expect(heat(a.score, now + later) > heat(b.score, now + later)).toBe(a.score > b.score)
    }),
  )
})

test('an unlike right after the like leaves the score as it was', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { now, score } = run(history)
      const weight = eventWeight('like', now, now)
      const without = removeEvent(addEvent(score, weight), weight)
      if (without !== 'rebuild') expect(without).toBeCloseTo(score ?? Number.NaN, 6)
    }),
  )
})

test('a like is worth 3 now and half of it half an hour later', () => {
  const score = eventWeight('like', START, START)
  expect(heat(score, START)).toBeCloseTo(3, 9)
  expect(heat(score, START + 30 * MINUTE)).toBeCloseTo(1.5, 9)
  expect(heat(null, START)).toBe(0)
})

test('an event of the future counts as one of now', () => {
  expect(eventWeight('play', START + MINUTE, START)).toBe(eventWeight('play', START, START))
})

test('what subtraction cannot tell must be rebuilt', () => {
  const old = eventWeight('add', START - 24 * 60 * MINUTE, START)
  const fresh = eventWeight('like', START, START)
  expect(removeEvent(fresh, fresh)).toBe('rebuild')
  expect(removeEvent(old, fresh)).toBe('rebuild')
  expect(removeEvent(addEvent(old, fresh), fresh)).toBe('rebuild')
  expect(removeEvent(null, fresh)).toBe('rebuild')
  expect(removeEvent(addEvent(fresh, old), old)).toBeCloseTo(fresh, 9)
})

test('events a century apart neither overflow nor vanish', () => {
  const now = START + 100 * 365 * 86_400_000
  const [old, fresh] = [eventWeight('like', START, now), eventWeight('like', now, now)]
  expect(addEvent(old, fresh)).toBe(fresh)
  expect(scoreOf([old, fresh])).toBe(fresh)
  expect(heat(fresh, now)).toBeCloseTo(3, 6)
  expect(heat(old, now)).toBeLessThan(1e-300)
})
