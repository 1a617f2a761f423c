import { z } from 'zod'
import { videoIdOf } from '@/lib/providers/youtube-address'
import { trackOfVideo } from '@/lib/providers/youtube-track'
import { ok, type Result, refuse } from '@/lib/result'
import type { AddStreamInput } from './schema'

/**
 * The track that the input names; one of YouTube is made when nobody has added it before.
 * Refuses `not_playable` for addresses of other sites, `provider_away`.
 */
export async function trackIdOf(input: AddStreamInput): Promise<Result<string>> {
  if ('trackId' in input) return ok(input.trackId)
  const videoId = videoIdOf(input.url)
  if (videoId) return trackOfVideo(videoId)
  const [, id] = /^\/track\/([^/]+)\/?$/.exec(new URL(input.url).pathname) ?? []
  if (z.uuid().safeParse(id).success && id) return ok(id)
  return refuse('not_playable', 'Earshot can’t play from that site yet. Search for the song here, or upload it.')
}
