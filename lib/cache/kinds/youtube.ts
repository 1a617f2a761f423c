import { defineKind } from '@/lib/cache/kind'
import { orThrow } from '@/lib/providers/away'
import { findAudio, findVideos } from '@/lib/providers/youtube'
import { videoIdOf } from '@/lib/providers/youtube-address'

// Loaders throw when the provider is away, so that what is known goes on being used.

/** What YouTube finds, the same for every way to write the same words. */
export const youtubeSearch = defineKind({
  kind: 'youtube:search',
  pattern: 'youtube:search:{query}',
  key: (text: string) => {
    const videoId = videoIdOf(text)
    return videoId ? `video ${videoId}` : `words ${text.trim().toLowerCase().replace(/\s+/g, ' ')}`
  },
  ttlMs: 60 * 60_000,
  isMissing: (found) => !found.ok || found.value.length === 0,
  loader: async (text: string) => orThrow(await findVideos(text)),
})

/** Where the sound of a video lies. The addresses hold for six hours. */
export const youtubeAudio = defineKind({
  kind: 'youtube:audio',
  pattern: 'youtube:audio:{videoId}',
  key: (videoId: string) => videoId,
  ttlMs: 2 * 60 * 60_000,
  isMissing: (audio) => !audio.ok,
  loader: async (videoId: string) => orThrow(await findAudio(videoId)),
})
