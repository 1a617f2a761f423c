import { db, type Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { addJob, ensureJobQueue } from './jobs'
import { nameOfFile } from './names'
import { probe } from './probe'
import { hasRawFile, isUploadId, rawFile, removeRawFile } from './raw-files'
import { isSoundType, kindsOfName } from './schema'
import { logUpload } from './upload-log'

type NewUpload = { id: string; userId: string | null; fileName: string; size: number; mimeType: string | null }

/** Notes an upload before its first byte. Refuses `not_audio` for names and types that are none of sound. */
export async function startUpload({ id, userId, fileName, size, mimeType }: NewUpload): Promise<Result<void>> {
  const name = fileName.trim().slice(-255)
  if (!kindsOfName(name) || !isSoundType(mimeType))
    return refuse('not_audio', 'This is no sound file that Earshot knows. Try MP3, M4A, FLAC, WAV, Ogg or Opus.')
  await db().upload.create({
    data: { id, userId, fileName: name, originalSize: size, mimeType: mimeType?.slice(0, 100) || null },
  })
  return ok(undefined)
}

/**
 * Takes a file that has arrived whole: looks into it, then makes its song and queues the work in one transaction.
 * A refused file leaves nothing behind. Harmless when repeated. The song has the upload's id.
 */
export async function acceptUpload(id: string): Promise<Result<void>> {
  const upload = await db().upload.findUnique({ where: { id } })
  if (!upload) return refuse('not_found', 'This upload is gone. Upload the file again.')
  if (upload.status !== 'pending') return ok(undefined)
  const probed = await probe(rawFile(id), upload.fileName)
  if (!probed.ok) {
    await forgetUpload(id)
    return probed
  }
  await ensureJobQueue()
  await db().$transaction(async (tx) => {
    // The condition lets one of two requests that finish the same upload win.
    const { count } = await tx.upload.updateMany({ where: { id, status: 'pending' }, data: { status: 'stored' } })
    if (count === 0) return
    await tx.song.create({
      data: { id, uploaderId: upload.userId, title: nameOfFile(upload.fileName), artist: 'Unknown artist' },
    })
    await queueTranscode(tx, id)
  })
  return ok(undefined)
}

/** Drops an upload that has not become a song. */
export async function forgetUpload(id: string): Promise<void> {
  await db().upload.deleteMany({ where: { id, status: 'pending' } })
  await removeRawFile(id)
}

/** Processes a failed upload again. Refuses `not_found`, `invalid_input` when it has not failed or its file is gone. */
export async function retryUpload({ id, userId }: { id: string; userId: string }): Promise<Result<void>> {
  const upload = isUploadId(id) && (await db().upload.findFirst({ where: { id, userId }, select: { status: true } }))
  if (!upload) return refuse('not_found', 'There is no such upload of yours.')
  if (upload.status !== 'failed') return refuse('invalid_input', 'Only an upload that failed can be tried again.')
  if (!(await hasRawFile(id))) return refuse('invalid_input', 'The file is gone. Upload it again.')
  await ensureJobQueue()
  await db().$transaction(async (tx) => {
    const { count } = await tx.upload.updateMany({ where: { id, status: 'failed' }, data: { status: 'stored' } })
    if (count > 0) await queueTranscode(tx, id)
  })
  return ok(undefined)
}

/**
 * Takes a failed upload away, with its file and the song that it never became.
 * Refuses `not_found`, `invalid_input` when it has not failed.
 */
export async function dropFailedUpload({ id, userId }: { id: string; userId: string }): Promise<Result<void>> {
  const upload = isUploadId(id) && (await db().upload.findFirst({ where: { id, userId }, select: { id: true } }))
  if (!upload) return refuse('not_found', 'There is no such upload of yours.')
  const isGone = await db().$transaction(async (tx) => {
    const { count } = await tx.upload.deleteMany({ where: { id, status: 'failed' } })
    if (count > 0) await tx.song.deleteMany({ where: { id, status: 'failed', trackId: null } })
    return count > 0
  })
  if (!isGone) return refuse('invalid_input', 'Only an upload that failed can be taken away.')
  await removeRawFile(id)
  return ok(undefined)
}

/** Queues an upload that is `stored`, in the caller's transaction. */
export async function queueTranscode(tx: Tx, id: string) {
  const jobId = await addJob(tx, 'transcode', { uploadId: id }, `transcode:${id}`)
  await tx.upload.update({ where: { id }, data: { jobId, songId: id, progress: 0, failure: null } })
  await tx.song.update({ where: { id }, data: { status: 'uploaded', failure: null } })
  await logUpload(tx, id, 'The file is here and waits for the worker.')
}
