import { expect, test } from 'vitest'
import { skipsNeeded } from '@/lib/playback/skip-rule'

test('the share is rounded up, and one vote is the least', () => {
  expect([0, 1, 2, 3, 4, 5].map((here) => skipsNeeded(here, 50))).toEqual([1, 1, 1, 2, 2, 3])
  expect([3, 6, 9].map((here) => skipsNeeded(here, 33))).toEqual([1, 2, 3])
  expect([3, 6, 9].map((here) => skipsNeeded(here, 66))).toEqual([2, 4, 6])
  expect([1, 7].map((here) => skipsNeeded(here, 100))).toEqual([1, 7])
})
