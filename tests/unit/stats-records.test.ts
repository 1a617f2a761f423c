import { expect, test } from 'vitest'
import { recordsOf } from '@/lib/stats/records'

const day = (day: string, added: number, likesGiven = 0, likesGot = 0) => ({ day, added, likesGiven, likesGot })

test('streaks count days in a row with something added or liked', () => {
  const days = [
    day('2026-11-20', 1),
    day('2026-11-19', 0, 2),
    day('2026-11-17', 4),
    day('2026-11-16', 1, 0, 3),
    day('2026-11-15', 1),
  ]
  expect(recordsOf(days, '2026-11-20')).toEqual({
    currentStreak: 2,
    longestStreak: 3,
    mostAdded: { day: '2026-11-17', count: 4 },
    mostLikesGot: { day: '2026-11-16', count: 3 },
  })
  // Today may still become part of it.
  expect(recordsOf(days, '2026-11-21').currentStreak).toBe(2)
  expect(recordsOf(days, '2026-11-22').currentStreak).toBe(0)
})

test('being liked is no activity of one’s own, and nothing is no record', () => {
  expect(recordsOf([day('2026-03-01', 0, 0, 2), day('2026-02-28', 1)], '2026-03-01')).toMatchObject({
    currentStreak: 1,
  })
  expect(recordsOf([], '2026-03-01')).toEqual({
    currentStreak: 0,
    longestStreak: 0,
    mostAdded: null,
    mostLikesGot: null,
  })
})
