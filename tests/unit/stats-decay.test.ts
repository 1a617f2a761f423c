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

// Clocks jump: an hour back, days ahead.
const steps = fc.array(
  fc.record({
    advanceMs: fc.oneof(
      fc.integer({ min: 0, max: 10 * MINUTE }),
      fc.integer({ min: -60 * MINUTE, max: 0 }),
      fc.integer({ min: 0, max: 20 * 24 * 60 * MINUTE }),
    ),
    kind: fc.constantFrom<EventKind>('like', 'play', 'add'),
    remove: fc.option(fc.nat(), { freq: 2 }),
  }),
  { maxLength: 120 },
)

/** The score by events, as a room keeps it; and the events that are left. */
function run(history: Step[]) {
  let now = START
  let score: number | null = null
  const live: { weight: number; at: number; kind: EventKind }[] = []
  for (const { advanceMs, kind, remove } of history) {
    now += advanceMs
    if (remove !== null && live.length > 0) {
      const [gone] = live.splice(remove % live.length, 1)
      const without: number | 'rebuild' = gone ? removeEvent(score, gone.weight) : 'rebuild'
      score = without === 'rebuild' ? scoreOf(live.map(({ weight }) => weight)) : without
    } else {
      const weight = eventWeight(kind, now, now)
      live.push({ weight, at: now, kind })
      score = addEvent(score, weight)
    }
  }
  return { now, score, live }
}

/** What the formula stands for: every event's weight, halved for each half-life that has passed. */
function bruteHeat(live: { at: number; kind: EventKind }[], now: number) {
  return live.reduce((sum, { at, kind }) => sum + WEIGHTS[kind] * 2 ** ((at - now) / (30 * MINUTE)), 0)
}

test('whatever happens in a room, the score is the decayed sum of the events that are left', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { now, score, live } = run(history)
      expect(score === null).toBe(live.length === 0)
      const expected = bruteHeat(live, now)
      if (expected < 1e-280) return
      expect(Math.abs(heat(score, now) / expected - 1)).toBeLessThan(1e-6)
    }),
    { numRuns: 500 },
  )
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
