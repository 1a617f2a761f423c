import { ok, type Result, refuse } from '@/lib/result'
import { type AudioStream, type Found, readStreams, type Streams, searchMusic } from './piped'
import type { VideoView } from './schema'
import { songWords } from './song-words'
import { videoAddress, videoIdOf } from './youtube-address'

const MOST_FOUND = 12
const LONGEST_S = 12 * 3600

/** A video as it is made into a track. */
export type Video = Pick<VideoView, 'title' | 'artist' | 'durationMs'> & {
  thumbnailUrl: string | null
  uploader: string
}

export type AudioAddress = { url: string; type: 'audio/mp4' | 'audio/webm' }

/** By words, or the one video that the text is the address of. Refuses `not_playable`, `provider_away`. */
export async function findVideos(text: string): Promise<Result<VideoView[]>> {
  const videoId = videoIdOf(text)
  if (!videoId) {
    const found = await searchMusic(text)
    return found.ok ? ok(found.value.flatMap(videoOf).slice(0, MOST_FOUND)) : found
  }
  const video = await readVideo(videoId)
  if (!video.ok) return video
  const { title, artist, durationMs } = video.value
  return ok([{ videoId, url: videoAddress(videoId), title, artist, durationMs }])
}

/** Refuses `not_playable` also for what is live, `provider_away`. */
export async function readVideo(videoId: string): Promise<Result<Video>> {
  const answer = await readStreams(videoId)
  if (!answer.ok) return answer
  const { title, thumbnailUrl, livestream, duration } = answer.value
  const uploader = answer.value.uploader ?? ''
  if (livestream || duration <= 0) return refuse('not_playable', 'This is live and has no end. Add a song.')
  if (duration > LONGEST_S) return refuse('not_playable', 'This is longer than twelve hours. Add a song.')
  const audio = bestAudio(answer.value)
  if (!audio) return NO_AUDIO
  const durationMs = exactMs(audio.url, duration)
  return ok({ ...songWords({ title, uploader }), uploader, thumbnailUrl: thumbnailUrl ?? null, durationMs })
}

/** Where the sound lies for the next hours. Refuses as readVideo does. */
export async function findAudio(videoId: string): Promise<Result<AudioAddress>> {
  const answer = await readStreams(videoId)
  if (!answer.ok) return answer
  const audio = bestAudio(answer.value)
  return audio ? ok(audio) : NO_AUDIO
}

const NO_AUDIO = refuse('not_playable', 'YouTube has no sound for this one. Try another one.')

/** AAC before Opus, since every browser plays it; of the original voices, not a dubbed one; the best of these. */
function bestAudio({ audioStreams }: Streams): AudioAddress | null {
  const types = ['audio/mp4', 'audio/webm'] as const
  const originals = audioStreams.filter(({ audioTrackType }) => !audioTrackType || audioTrackType === 'ORIGINAL')
  const byRate = (originals.length ? originals : audioStreams).toSorted((a, b) => b.bitrate - a.bitrate)
  for (const type of types) {
    const best = byRate.find(({ mimeType }: AudioStream) => mimeType.startsWith(type))
    if (best) return { url: best.url, type }
  }
  return null
}

/** YouTube writes the length to the millisecond into its addresses; elsewhere it says whole seconds. */
function exactMs(url: string, seconds: number): number {
  const exact = Number(new URL(url).searchParams.get('dur'))
  return Math.round((Math.abs(exact - seconds) <= 2 ? exact : seconds) * 1000)
}

function videoOf({ url, title, uploaderName, duration }: Found): VideoView[] {
  // As in "/watch?v=ID".
  const videoId = videoIdOf(`https://www.youtube.com${url}`)
  if (!videoId || duration <= 0 || duration > LONGEST_S) return []
  // Its music search has the artist apart from the title.
  const artist = uploaderName ?? ''
  return [{ videoId, url: videoAddress(videoId), title, artist, durationMs: Math.round(duration * 1000) }]
}
