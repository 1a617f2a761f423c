import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/lib/env'

/** What people may fetch lies under /media/KEY; what they sent lies apart, where nothing is served. */
export const mediaRoot = () => path.resolve(env().DATA_DIR, 'media')
export const uploadsRoot = () => path.resolve(env().DATA_DIR, 'uploads')

const KEY = /^[a-z0-9-]+(\/[a-z0-9-]+)*\.(m4a|opus|ogg|webp)$/

/** Stores a file's copy under a key. A reader sees all of it or nothing; the same key again replaces it. */
export async function putFile(key: string, file: string): Promise<void> {
  await place(key, (target) => copyFile(file, target))
}

export async function putBytes(key: string, bytes: Uint8Array): Promise<void> {
  await place(key, (target) => writeFile(target, bytes))
}

export async function removeFile(key: string): Promise<void> {
  await rm(mediaPath(key), { force: true })
}

/** Throws for a key that could point out of the media folder. */
export function mediaPath(key: string): string {
  if (!KEY.test(key)) throw new Error(`Not a media key: ${key}`)
  return path.join(mediaRoot(), key)
}

// Written beside its place and renamed: a process killed half-way leaves no half file under the key.
async function place(key: string, write: (target: string) => Promise<void>) {
  const target = mediaPath(key)
  const partial = `${target}.${randomUUID()}.part`
  await mkdir(path.dirname(target), { recursive: true })
  try {
    await write(partial)
    await rename(partial, target)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
