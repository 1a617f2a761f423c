import { stat } from 'node:fs/promises'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { acceptUpload, forgetUpload } from '@/lib/media/mutations'
import { failSong } from '@/lib/media/publish-song'
import { rawFile, rawFileIds, removeRawFile } from '@/lib/media/raw-files'
import { UPLOAD_EXPIRES_MS } from '@/lib/media/schema'

const QUIET_MS = 3600_000

/** Finishes what arrived whole but was never looked into, and removes what nobody waits for any more. */
export async function cleanUploads() {
  const waiting = await db().upload.findMany({
    where: { status: 'pending', updatedAt: { lt: new Date(Date.now() - 60_000) } },
    select: { id: true, originalSize: true, createdAt: true },
  })
  for (const { id, originalSize, createdAt } of waiting) {
    const size = await sizeOf(id)
    if (size === Number(originalSize)) await accept(id)
    else if (Date.now() - createdAt.getTime() > UPLOAD_EXPIRES_MS) await forgetUpload(id)
  }
  await failAbandoned()
  await removeLeftovers()
}

/** One that cannot be looked into, or none while ffmpeg is missing, keeps nobody from sweeping the rest. */
async function accept(id: string) {
  try {
    await acceptUpload(id)
  } catch (error) {
    log.error({ err: error, uploadId: id }, 'An upload that has arrived could not be looked into')
  }
}

/** Uploads whose job is gone (its worker died at the last try) would wait for ever. */
async function failAbandoned() {
  const abandoned = await db().$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "Upload" u
    WHERE u.status IN ('stored', 'processing') AND u."updatedAt" < now() - interval '10 minutes'
      AND NOT EXISTS (
        SELECT FROM graphile_worker.jobs j
        WHERE j.key = 'transcode:' || u.id AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`
  for (const { id } of abandoned) await failSong(id, 'Processing was interrupted too often. Try again.')
}

/** Raw files of songs that are ready, and files that no row knows. */
async function removeLeftovers() {
  const ids = await rawFileIds()
  const rows = await db().upload.findMany({ where: { id: { in: ids } }, select: { id: true, status: true } })
  const status = new Map(rows.map((row) => [row.id, row.status]))
  const leftovers = []
  for (const id of ids) {
    const isUnknown = !status.has(id) && (await ageOf(id)) > QUIET_MS
    if (status.get(id) === 'done' || isUnknown) leftovers.push(id)
  }
  for (const id of leftovers) await removeRawFile(id)
  if (leftovers.length > 0) log.info({ count: leftovers.length }, 'Removed what uploads left behind')
}

const sizeOf = (id: string) =>
  stat(rawFile(id)).then(
    ({ size }) => size,
    () => null,
  )

const ageOf = (id: string) =>
  stat(rawFile(id)).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Number.POSITIVE_INFINITY,
  )
