import { z } from 'zod'
import type { TrackSummary } from '@/lib/catalog/track'
import { uuid } from '@/lib/uuid'

/** A song that somebody keeps. It is no vote: rooms know nothing of it. */
export type LikedTrack = { track: TrackSummary /** ISO. */; likedAt: string }

export type LikedPage = { items: LikedTrack[]; nextCursor: string | null }

export const likedInput = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(80).optional(),
})
export type LikedInput = z.infer<typeof likedInput>

/** At most so many songs are asked about at once. */
export const MOST_ASKED = 100

export const likedAmongInput = z.object({
  trackIds: z
    .string()
    .max(4000)
    .transform((text) => text.split(','))
    .pipe(z.array(uuid()).max(MOST_ASKED)),
})
