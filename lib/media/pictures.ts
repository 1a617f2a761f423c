import { randomUUID } from 'node:crypto'
import type { CoverColour } from '@/lib/catalog/track'
import { ok, type Result, refuse } from '@/lib/result'
import { redrawPicture, withoutBars } from './art'
import { putBytes } from './storage'

export const MOST_PICTURE_BYTES = 8_000_000

/**
 * Draws somebody's picture anew and stores that, under a key of its own each time, since keys are cached for ever.
 * Refuses `not_image` for what is none by its content, whatever it is called. `hasBars`: it may be a frame of a film.
 */
export async function storePicture(
  bytes: Uint8Array,
  folder: 'playlists' | 'avatars' | 'covers',
  { hasBars = false } = {},
): Promise<Result<{ key: string; colour: CoverColour }>> {
  const picture = isPicture(bytes) ? await redrawPicture(hasBars ? await withoutBars(bytes) : bytes) : null
  if (!picture) return refuse('not_image', 'This is no picture that Earshot can read. Try a JPEG, PNG or WebP.')
  const key = `${folder}/${randomUUID()}.webp`
  await putBytes(key, picture.webp)
  return ok({ key, colour: picture.colour })
}

/** By the first bytes. Not SVG, which is a program more than a picture. */
export function isPicture(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return (
    text.startsWith('\xff\xd8\xff') ||
    text.startsWith('\x89PNG\r\n\x1a\n') ||
    /^GIF8[79]a/.test(text) ||
    /^RIFF[\s\S]{4}WEBP/.test(text) ||
    /^[\s\S]{4}ftypavi[fs]/.test(text)
  )
}
