import { z } from 'zod'
import type { TrackSummary } from './track'

const limit = z.coerce.number().int().min(1).max(50).default(20)

export const searchInput = z.object({
  q: z.string().trim().min(1, 'Type a title or a name.').max(100, 'At most 100 characters.'),
  limit,
  /** `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
})
export type SearchInput = z.infer<typeof searchInput>

export const listTracksInput = z.object({
  sort: z.literal('new').default('new'),
  limit: z.coerce.number().int().min(1).max(200).default(20),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
})
export type ListTracksInput = z.infer<typeof listTracksInput>

export const artistTracksInput = listTracksInput.omit({ sort: true })

export type TrackPage = { items: TrackSummary[]; nextCursor: string | null }
