import { access, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { uploadsRoot } from './storage'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const isUploadId = (id: string) => ID.test(id)

/** Where the file that somebody sent lies until it is processed. Throws for what is no upload's id. */
export function rawFile(uploadId: string): string {
  if (!ID.test(uploadId)) throw new Error(`Not an upload's id: ${uploadId}`)
  return path.join(uploadsRoot(), uploadId)
}

/** Removes the file and tus's note beside it. */
export async function removeRawFile(uploadId: string): Promise<void> {
  const file = rawFile(uploadId)
  await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })])
}

export async function hasRawFile(uploadId: string): Promise<boolean> {
  return access(rawFile(uploadId)).then(
    () => true,
    () => false,
  )
}

/** The ids of all uploads that have left something on the disk. */
export async function rawFileIds(): Promise<string[]> {
  const names = await readdir(uploadsRoot()).catch(() => [])
  return [...new Set(names.map((name) => name.replace(/\.json$/, '')))].filter((name) => ID.test(name))
}
