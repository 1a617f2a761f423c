import { z } from 'zod'
import { log } from '@/lib/log'
import { ok, type Result, refuse } from '@/lib/result'
import { fetchAllowed } from './fetch-allowed'
import { isPiped, pipedUrl } from './piped-hosts'

// The parts of Piped's answers that Earshot reads (https://docs.piped.video/docs/api-documentation).

const audioStream = z.object({
  url: z.url(),
  mimeType: z.string(),
  bitrate: z.number().default(0),
  audioTrackType: z.string().nullish(),
})
export type AudioStream = z.infer<typeof audioStream>

const streams = z.object({
  title: z.string().min(1),
  uploader: z.string().default(''),
  /** Seconds. */
  duration: z.number(),
  livestream: z.boolean().default(false),
  thumbnailUrl: z.string().nullish(),
  audioStreams: z.array(audioStream),
})
export type Streams = z.infer<typeof streams>

const found = z.object({
  url: z.string(),
  title: z.string().min(1),
  uploaderName: z.string().nullish(),
  /** Seconds, -1 for what is live. */
  duration: z.number(),
})
export type Found = z.infer<typeof found>

const search = z.object({ items: z.array(z.unknown()) })
const failure = z.object({ message: z.string() })

const PATIENCE_MS = 8_000
export const PROVIDER_AWAY = refuse('provider_away', 'YouTube does not answer just now. Try again in a minute.')
const NO_PROVIDER = refuse(
  'not_playable',
  'Earshot plays nothing from YouTube here. Search for the song, or upload it.',
)

/** Refuses `not_playable` for what YouTube does not give, `provider_away`. */
export async function readStreams(videoId: string): Promise<Result<Streams>> {
  return ask(`streams/${videoId}`, streams)
}

/** Songs as YouTube Music has them. Refuses as readStreams does. */
export async function searchMusic(words: string): Promise<Result<Found[]>> {
  const answer = await ask(`search?filter=music_songs&q=${encodeURIComponent(words)}`, search)
  // Channels and playlists, if any are among them, have other fields.
  return answer.ok ? ok(answer.value.items.flatMap((item) => found.safeParse(item).data ?? [])) : answer
}

async function ask<T>(path: string, shape: z.ZodType<T>): Promise<Result<T>> {
  const piped = pipedUrl()
  if (!piped) return NO_PROVIDER
  const address = new URL(path, piped.href.endsWith('/') ? piped : `${piped}/`)
  try {
    const response = await fetchAllowed(address.href, { signal: AbortSignal.timeout(PATIENCE_MS), isAllowed: isPiped })
    const body: unknown = await response.json()
    if (response.ok) return ok(shape.parse(body))
    // It answers 500 both for what YouTube refuses and for its own faults: only the first has a sentence.
    const { data } = failure.safeParse(body)
    log.info({ path, status: response.status, message: data?.message }, 'Piped refuses')
    return data && /unavailable|private|removed|age|copyright|country/i.test(data.message) ? GONE : PROVIDER_AWAY
  } catch (error) {
    log.warn({ err: error, path }, 'Piped does not answer')
    return PROVIDER_AWAY
  }
}

const GONE = refuse('not_playable', 'YouTube does not give this song away. Try another one.')
