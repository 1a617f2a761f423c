import { z } from 'zod'
import type { TrackSummary } from '@/lib/catalog/track'

/** A stream in the order of its room, as one viewer sees it. */
export type QueueItem = {
  queueId: string
  streamId: string
  track: TrackSummary
  addedBy: { memberId: string; displayName: string }
  votes: number
  votedByMe: boolean
  order: number
  /** ISO; when it started to play, null while it waits. */
  playedAt: string | null
}

export const addStreamInput = z.union([
  z.strictObject({ trackId: z.uuid() }),
  z.strictObject({ url: z.url().max(2048) }),
])
export type AddStreamInput = z.infer<typeof addStreamInput>
