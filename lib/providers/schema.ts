import { z } from 'zod'

/** What a provider's search finds: it becomes a track when somebody adds it. */
export type VideoView = { videoId: string; url: string; title: string; artist: string; durationMs: number }
export type VideoPage = { items: VideoView[]; nextCursor: null }

export const videosInput = z.object({
  /** Words, or the address of one video. */
  q: z.string().trim().min(1, 'Type a title or a name.').max(300, 'At most 300 characters.'),
})
