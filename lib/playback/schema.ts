import { z } from 'zod'
import { uuid } from '@/lib/uuid'

/** The song that the person saw when they pressed. When another is on by now, nothing happens. */
const queueId = uuid().optional()

/** A command for the room's playback, as HTTP and the socket take it. */
export const playbackCommand = z.discriminatedUnion('action', [
  z.object({ action: z.literal('play'), queueId }),
  z.object({ action: z.literal('pause'), queueId }),
  z.object({ action: z.literal('skip'), queueId }),
  z.object({
    action: z.literal('seek'),
    positionMs: z
      .number('Say where to, in milliseconds.')
      .min(0, 'A song begins at 0.')
      .max(86_400_000, 'No song is that long.')
      .transform(Math.round),
    queueId,
  }),
])
export type PlaybackCommand = z.infer<typeof playbackCommand>

export const skipVoteInput = z.object({ queueId })
/** The socket's message takes the vote back with isWanted false. */
export const skipVoteMessageInput = skipVoteInput.extend({ isWanted: z.boolean().default(true) })
