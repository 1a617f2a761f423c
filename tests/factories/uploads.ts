import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { acceptUpload, startUpload } from '@/lib/media/mutations'
import { rawFile } from '@/lib/media/raw-files'
import { uploadsRoot } from '@/lib/media/storage'

/** A file that has arrived and waits for the worker, as if it had been sent. */
export async function createUpload(fields: { bytes: Buffer; fileName?: string; userId?: string; id?: string }) {
  const { bytes, fileName = 'song.wav', userId = null, id = randomUUID() } = fields
  const started = await startUpload({ id, userId, fileName, size: bytes.length, mimeType: null })
  if (!started.ok) throw new Error(started.refusal.message)
  await mkdir(uploadsRoot(), { recursive: true })
  await writeFile(rawFile(id), bytes)
  const accepted = await acceptUpload(id)
  if (!accepted.ok) throw new Error(accepted.refusal.message)
  return id
}
