import type { Ratings } from './schema'

export type RatingCounts = { ones: number; twos: number; threes: number; fours: number; fives: number }

/** What people see of the kept counts: with the average to a tenth. */
export function ratingsOf(row: RatingCounts | null): Ratings {
  const { ones, twos, threes, fours, fives } = row ?? { ones: 0, twos: 0, threes: 0, fours: 0, fives: 0 }
  const count = ones + twos + threes + fours + fives
  const sum = ones + 2 * twos + 3 * threes + 4 * fours + 5 * fives
  return {
    count,
    average: count > 0 ? Math.round((sum / count) * 10) / 10 : null,
    counts: [ones, twos, threes, fours, fives],
  }
}
