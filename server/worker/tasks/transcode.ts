import type { JobHelpers } from 'graphile-worker'
import { z } from 'zod'
import { songCame } from '@/lib/cache/song-changed'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { failSong, publishSong } from '@/lib/media/publish-song'
import { hasRawFile, removeRawFile } from '@/lib/media/raw-files'
import { BadFile, prepareSong } from '@/lib/media/transcode'
import { logUpload } from '@/lib/media/upload-log'

type Attempt = { job: Pick<JobHelpers['job'], 'attempts' | 'max_attempts'>; abortSignal?: AbortSignal | undefined }

const payloadSchema = z.object({ uploadId: z.uuid() })

/**
 * Turns an upload into a playable song. Killed at any point it is run again from the start: files are replaced whole,
 * rows change in one transaction at the end, and the raw file goes last.
 */
export async function transcode(payload: unknown, helpers: Attempt) {
  const { uploadId: id } = payloadSchema.parse(payload)
  const upload = await db().upload.findUnique({ where: { id }, select: { status: true, fileName: true } })
  if (upload?.status === 'stored' || upload?.status === 'processing') await process(id, upload.fileName, helpers)
  if (upload?.status === 'done') await finish(id)
}

async function process(id: string, fileName: string, { job, abortSignal }: Attempt) {
  if (!(await hasRawFile(id))) return failSong(id, 'The file got lost. Upload it again.')
  await db().$transaction([
    db().upload.updateMany({ where: { id }, data: { status: 'processing', progress: 1 } }),
    db().song.updateMany({ where: { id, status: { not: 'blocked' } }, data: { status: 'processing' } }),
  ])
  const startedAt = performance.now()
  await logUpload(db(), id, `The worker begins, try ${job.attempts} of ${job.max_attempts}.`)
  try {
    const progress = progressWriter(id)
    const song = await prepareSong({ id, fileName, onProgress: progress.report, signal: abortSignal })
    await progress.settle()
    await publishSong(id, song)
  } catch (error) {
    if (error instanceof BadFile) {
      log.info({ err: error, uploadId: id }, 'An upload cannot become a song')
      return failSong(id, error.message)
    }
    await logUpload(db(), id, `Broke off: ${error instanceof Error ? error.message : error}`)
    if (!abortSignal?.aborted && job.attempts >= job.max_attempts)
      await failSong(id, 'Something broke on our side while preparing this song. Try again.')
    throw error
  }
  await finish(id)
  await logUpload(db(), id, `Ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
  log.info({ uploadId: id, ms: Math.round(performance.now() - startedAt) }, 'A song is ready')
}

/** What comes after the commit. The track has the song's id. */
async function finish(id: string) {
  await Promise.all([removeRawFile(id), songCame(id)])
}

/** Writes what the page shows: at most twice a second, and never backwards. */
function progressWriter(id: string) {
  let written = 1
  let wroteAt = 0
  let pending: Promise<unknown> = Promise.resolve()
  const report = (percent: number) => {
    if (percent <= written || performance.now() - wroteAt < 500) return
    written = percent
    wroteAt = performance.now()
    pending = pending.then(() => db().upload.updateMany({ where: { id }, data: { progress: percent } })).catch(() => {})
  }
  return { report, settle: () => pending }
}
