import { z } from 'zod'
import { log } from '@/lib/log'
import { ok, type Result, refuse } from '@/lib/result'
import { fetchAllowed, readAtMost } from './fetch-allowed'
import { isPiped, pipedUrl } from './piped-hosts'

// The parts of Piped's answers that Earshot reads (https://docs.piped.video/docs/api-documentation).

const audioStream = z.object({
  url: z.url(),
  mimeType: z.string(),
  bitrate: z.number().catch(0),
  audioTrackType: z.string().nullish(),
})
export type AudioStream = z.infer<typeof audioStream>

const streams = z.object({
  title: z.string().min(1),
  uploader: z.string().nullish(),
  /** Seconds. */
  duration: z.number(),
  livestream: z.boolean().default(false),
  thumbnailUrl: z.string().nullish(),
  audioStreams: readableOf(audioStream),
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

const search = z.object({ items: readableOf(found) })
const failure = z.object({ message: z.string() })

/** Those that have the shape: channels and playlists among songs have another, and one broken entry is not all. */
function readableOf<T>(shape: z.ZodType<T>) {
  return z.array(z.unknown()).transform((items) => items.flatMap((item) => shape.safeParse(item).data ?? []))
}

const PATIENCE_MS = 8_000
/** After it did not answer nobody asks it again for so long, however many want to. */
const REST_MS = 2_000
const MOST_BYTES = 4_000_000

export const PROVIDER_AWAY = refuse('provider_away', 'YouTube does not answer just now. Try again in a minute.')
export const NO_PROVIDER = refuse(
  'not_playable',
  'Earshot plays nothing from YouTube here. Search for the song, or upload it.',
)
const GONE = refuse('not_playable', 'YouTube does not give this song away. Try another one.')

/** Refuses `not_playable` for what YouTube does not give, `provider_away`. */
export const readStreams = (videoId: string): Promise<Result<Streams>> => ask(`streams/${videoId}`, streams)

/** Songs as YouTube Music has them. Refuses as readStreams does. */
export async function searchMusic(words: string): Promise<Result<Found[]>> {
  const answer = await ask(`search?filter=music_songs&q=${encodeURIComponent(words)}`, search)
  return answer.ok ? ok(answer.value.items) : answer
}

let restsUntil = 0

async function ask<T>(path: string, shape: z.ZodType<T>): Promise<Result<T>> {
  const piped = pipedUrl()
  if (!piped) return NO_PROVIDER
  if (performance.now() < restsUntil) return PROVIDER_AWAY
  const address = new URL(path, piped.href.endsWith('/') ? piped : `${piped}/`)
  try {
    const response = await fetchAllowed(address.href, { signal: AbortSignal.timeout(PATIENCE_MS), isAllowed: isPiped })
    const body: unknown = JSON.parse((await readAtMost(response, MOST_BYTES)).toString())
    if (response.ok) return ok(shape.parse(body))
    // It answers 500 both for what YouTube refuses and for its own faults: only the sentence tells them apart.
    const { data } = failure.safeParse(body)
    log.info({ path, status: response.status, message: data?.message }, 'Piped refuses')
    return data && isGone(data.message) ? GONE : PROVIDER_AWAY
  } catch (error) {
    log.warn({ err: error, path }, 'Piped does not answer')
    restsUntil = performance.now() + REST_MS
    return PROVIDER_AWAY
  }
}

const isGone = (message: string) =>
  /\bvideo (is )?(unavailable|not available)|not made this video available|\b(private|removed|age|age-restricted|copyright)\b|your country/i.test(
    message,
  )
