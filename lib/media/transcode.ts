import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { CoverColour } from '@/lib/catalog/track'
import { env } from '@/lib/env'
import { redrawPicture } from './art'
import { FfmpegError } from './ffmpeg'
import { keyOf, type MusicalKey, nameOfKey, readKey } from './key'
import { type Heard, listen } from './listen'
import { probe } from './probe'
import { rawFile } from './raw-files'
import { putBytes, putFile } from './storage'
import { readTags, type Tags } from './tags'
import { tempoOf } from './tempo'
import { encodeVariants, PREVIEW_SECONDS, type Variants } from './variants'

/** A file that cannot become a song, with the sentence that its uploader reads. */
export class BadFile extends Error {
  override name = 'BadFile'
}

/** Everything that is known of a song once its files lie in the storage. */
export type Prepared = Omit<Tags, 'picture' | 'key'> & {
  durationMs: number
  loudness: number | null
  peaks: number[]
  key: MusicalKey | null
  keyName: string | null
  storageKeys: Variants
  coverImageKey: string | null
  colour: CoverColour | null
}

type Raw = { id: string; fileName: string; onProgress: (percent: number) => void; signal?: AbortSignal }

/** Raw file → stored variants, cover and metadata. Touches no database row; the same again replaces the same. Throws BadFile. */
export async function prepareSong(upload: Raw): Promise<Prepared> {
  const folder = path.resolve(env().DATA_DIR, 'work', upload.id)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    return await prepareIn(folder, upload)
  } catch (error) {
    if (error instanceof FfmpegError) throw new BadFile(sentenceFor(error), { cause: error })
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function prepareIn(folder: string, { id, fileName, onProgress, signal }: Raw): Promise<Prepared> {
  const file = rawFile(id)
  const probed = await probe(file, fileName)
  if (!probed.ok) throw new BadFile(probed.refusal.message)
  const tags = await readTags(file, fileName)
  onProgress(5)
  const heard = await listen(file, probed.value, signal)
  if (heard.durationMs < 1000) throw new BadFile('This is shorter than a second. Check the file, then upload it again.')
  onProgress(20)
  const { durationMs } = heard
  const job = { file, kind: probed.value, folder, durationMs, previewStartMs: previewStart(heard), signal }
  const files = await encodeVariants(job, (done) => onProgress(20 + Math.round(done * 70)))
  const { picture, key: taggedKey, ...words } = tags
  const key = (taggedKey && readKey(taggedKey)) || keyOf(heard.excerpt)
  return {
    ...words,
    bpm: tags.bpm ?? tempoOf(heard.excerpt),
    key,
    keyName: key && nameOfKey(key),
    durationMs,
    loudness: heard.loudness,
    peaks: heard.peaks,
    storageKeys: await storeVariants(id, files),
    ...(await storePicture(id, picture)),
  }
}

async function storeVariants(id: string, files: Variants): Promise<Variants> {
  const keys = { high: `${id}/high.m4a`, low: `${id}/low.m4a`, preview: `${id}/preview.m4a` }
  await putFile(keys.high, files.high)
  await putFile(keys.low, files.low)
  await putFile(keys.preview, files.preview)
  return keys
}

async function storePicture(id: string, picture: Uint8Array | null) {
  const drawn = picture && (await redrawPicture(picture))
  if (!drawn) return { coverImageKey: null, colour: null }
  const coverImageKey = `${id}/cover.webp`
  await putBytes(coverImageKey, drawn.webp)
  return { coverImageKey, colour: drawn.colour }
}

/** The loudest half minute, begun a little before: usually the chorus. */
function previewStart({ durationMs, peaks }: Heard): number {
  const slice = durationMs / peaks.length
  const width = Math.ceil((PREVIEW_SECONDS * 1000) / slice)
  if (width >= peaks.length) return 0
  let [best, top] = [0, -1]
  for (let from = 0; from + width <= peaks.length; from++) {
    const sum = peaks.slice(from, from + width).reduce((a, b) => a + b, 0)
    if (sum > top) [best, top] = [from, sum]
  }
  return Math.round(best * slice)
}

const sentenceFor = (error: FfmpegError) =>
  error.killedBy
    ? 'This file took too long to process. Convert it to FLAC or MP3, then upload that.'
    : 'This file is damaged and cannot be played to its end. Export it again, then upload that.'
