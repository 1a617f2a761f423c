import { z } from 'zod'
import { tidyLines } from '@/lib/visible'

export const MOST_CHARACTERS = 2000

export const writeReviewInput = z.object({
  rating: z.int('Give one to five.').min(1, 'Give one to five.').max(5, 'Give one to five.'),
  text: z
    .string()
    .trim()
    .max(MOST_CHARACTERS, 'At most 2,000 characters.')
    .transform((text) => tidyLines(text) || null)
    .nullish()
    .transform((text) => text ?? null),
})
export type WriteReviewInput = z.infer<typeof writeReviewInput>

export const reviewsInput = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
})
export type ReviewsInput = z.infer<typeof reviewsInput>

export type ReviewView = {
  id: string
  rating: number
  text: string | null
  author: { id: string; name: string }
  isMine: boolean
  createdAt: string
  /** Null as long as it is as it was written. */
  editedAt: string | null
}

/** `average` is null without reviews. `counts` from one star to five. */
export type Ratings = { count: number; average: number | null; counts: [number, number, number, number, number] }

export type ReviewPage = { items: ReviewView[]; nextCursor: string | null; ratings: Ratings; mine: ReviewView | null }

export type ReviewWritten = { review: ReviewView; ratings: Ratings }
