import { z } from 'zod'
import type { Ratings, ReviewPage, ReviewView, ReviewWritten } from '@/lib/reviews/schema'

// What the calls about reviews answer, exactly.

const id = z.uuid()
const time = z.iso.datetime()

const review: z.ZodType<ReviewView> = z.strictObject({
  id,
  rating: z.int().min(1).max(5),
  text: z.string().nullable(),
  author: z.strictObject({ id, name: z.string() }),
  isMine: z.boolean(),
  createdAt: time,
  editedAt: time.nullable(),
})
const ratings: z.ZodType<Ratings> = z.strictObject({
  count: z.int(),
  average: z.number().nullable(),
  counts: z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]).meta({ description: 'From one star to five' }),
})
const reviewPage: z.ZodType<ReviewPage> = z.strictObject({
  items: z.array(review),
  nextCursor: z.string().nullable(),
  ratings,
  mine: review.nullable(),
})
const reviewWritten: z.ZodType<ReviewWritten> = z.strictObject({ review, ratings })

export const catalogueViews = {
  ReviewPage: reviewPage,
  ReviewWritten: reviewWritten,
  ReviewRemoved: z.strictObject({ ratings }),
}
