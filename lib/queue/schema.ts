import { z } from 'zod'
import type { TrackSummary } from '@/lib/catalog/track'
import { uuid } from '@/lib/uuid'

/** A stream in the order of its room, as one viewer sees it. */
export type QueueItem = {
  queueId: string
  streamId: string
  track: TrackSummary
  addedBy: { memberId: string; displayName: string }
  votes: number
  votedByMe: boolean
  /** What decides before votes and order (rules.ts). */
  turn: number
  order: number
  /** ISO; when it started to play, null while it waits. */
  playedAt: string | null
}

/** Where a waiting stream stands now, for those that moved. */
export type QueuePlace = Pick<QueueItem, 'streamId' | 'turn' | 'order'>

export const addStreamInput = z.union([z.strictObject({ trackId: uuid() }), z.strictObject({ url: z.url().max(2048) })])
export type AddStreamInput = z.infer<typeof addStreamInput>

/** What a vote answers: also when it changed nothing. */
export type VoteState = { votes: number; votedByMe: boolean; version: number }

export type StreamAdded = { streamId: string; queueId: string; version: number }

/** The waiting streams in their new order; those that are not named keep their places. */
export const reorderInput = z.strictObject({
  streamIds: z
    .array(uuid())
    .min(1)
    .max(500)
    .refine((ids) => new Set(ids).size === ids.length, 'Each song once.'),
})

export const historyInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
})
export type HistoryInput = z.infer<typeof historyInput>

export type QueuePage = { items: QueueItem[]; nextCursor: string | null }
