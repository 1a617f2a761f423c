import { videoIdOf } from '@/lib/providers/youtube-address'
import { trackOfVideo } from '@/lib/providers/youtube-track'
import { ok, type Result, refuse } from '@/lib/result'
import { uuid } from '@/lib/uuid'
import type { AddStreamInput } from './schema'

/**
 * The track that the input names; one of YouTube is made when nobody has added it before.
 * Refuses `not_playable` for addresses of other sites, `provider_away`.
 */
export async function trackIdOf(input: AddStreamInput): Promise<Result<string>> {
  if ('trackId' in input) return ok(input.trackId)
  const videoId = videoIdOf(input.url)
  if (videoId) return trackOfVideo(videoId)
  const [, text] = /^\/track\/([^/]+)\/?$/.exec(new URL(input.url).pathname) ?? []
  const id = uuid().safeParse(text)
  if (id.success) return ok(id.data)
  return refuse('not_playable', 'Earshot can’t play from that site yet. Search for the song here, or upload it.')
}
