import { randomUUID } from 'node:crypto'
import { songCame } from '@/lib/cache/song-changed'
import type { CoverColour } from '@/lib/catalog/track'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { MOST_PICTURE_BYTES, storePicture } from '@/lib/media/pictures'
import { removeFile } from '@/lib/media/storage'
import { ok, type Result } from '@/lib/result'
import { fetchAllowed, readAtMost } from './fetch-allowed'
import { NO_PROVIDER } from './piped'
import { hasYoutube, isPipedMedia } from './piped-hosts'
import { readVideo, type Video } from './youtube'

type Cover = { key: string; colour: CoverColour }

const beingMade = new Map<string, Promise<Result<string>>>()

/** The track of a video, made when nobody has added it before. Refuses `not_playable`, `provider_away`. */
export async function trackOfVideo(videoId: string): Promise<Result<string>> {
  if (!hasYoutube()) return NO_PROVIDER
  const known = await trackIdFor(videoId)
  if (known) return ok(known)
  const making = beingMade.get(videoId) ?? makeTrack(videoId).finally(() => beingMade.delete(videoId))
  beingMade.set(videoId, making)
  return making
}

async function makeTrack(videoId: string): Promise<Result<string>> {
  const video = await readVideo(videoId)
  if (!video.ok) return video
  const cover = await fetchCover(video.value.thumbnailUrl)
  const made = await publishVideo(videoId, video.value, cover)
  // Another process was first, with a picture of its own.
  if (!made && cover) await removeFile(cover.key)
  const trackId = made ?? (await trackIdFor(videoId))
  if (!trackId) throw new Error(`Nobody has made the track of the video ${videoId}`)
  await songCame(trackId)
  return ok(trackId)
}

async function trackIdFor(videoId: string): Promise<string | null> {
  const sourceId = { source: 'youtube', sourceId: videoId } as const
  return (await db().track.findUnique({ where: { source_sourceId: sourceId }, select: { id: true } }))?.id ?? null
}

/** Track and song in one transaction; null when somebody else was first. */
async function publishVideo(videoId: string, video: Video, cover: Cover | null): Promise<string | null> {
  const { durationMs, thumbnailUrl, uploader } = video
  const words = { title: video.title.slice(0, 255), artist: video.artist.slice(0, 255) }
  return db().$transaction(async (tx) => {
    const [track] = await tx.track.createManyAndReturn({
      data: [
        {
          ...{ ...words, durationMs, source: 'youtube', sourceId: videoId },
          thumbnailUrl: thumbnailUrl && thumbnailUrl.length <= 512 ? thumbnailUrl : null,
          raw: { title: video.title, uploader },
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    })
    if (!track) return null
    await tx.song.create({
      data: {
        ...{ ...words, durationMs, id: randomUUID(), trackId: track.id, status: 'ready' },
        storageKeys: keysFor(videoId, durationMs),
        coverImageKey: cover?.key ?? null,
        metadata: cover ? { colour: cover.colour } : {},
      },
    })
    return track.id
  })
}

const PREVIEW_S = 30

/** One stream serves all; the preview is half a minute of it, beginning after a third. */
function keysFor(videoId: string, durationMs: number) {
  const key = `youtube/${videoId}`
  const from = Math.floor(durationMs / 3000)
  return { high: key, low: key, preview: `${key}#t=${from},${from + PREVIEW_S}` }
}

const PATIENCE_MS = 5_000

/** Kept here, as every cover is. A song without one is a song all the same. */
async function fetchCover(address: string | null): Promise<Cover | null> {
  if (!address) return null
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetchAllowed(address, { signal, isAllowed: isPipedMedia })
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`)
    const picture = await storePicture(await readAtMost(response, MOST_PICTURE_BYTES), 'covers', { hasBars: true })
    return picture.ok ? picture.value : null
  } catch (error) {
    log.info({ err: error }, 'The picture of a video cannot be had')
    return null
  }
}
