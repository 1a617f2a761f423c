import sharp from 'sharp'
import type { CoverColour } from '@/lib/catalog/track'
import { log } from '@/lib/log'
import { dominantColour } from './colour'

const SIZE = 640

/** An embedded picture drawn anew (nothing of the sent bytes is passed on), and its hues. Null when it is none. */
export async function redrawPicture(picture: Uint8Array): Promise<{ webp: Buffer; colour: CoverColour } | null> {
  try {
    const square = sharp(picture, { limitInputPixels: 64e6, failOn: 'error' })
      .rotate()
      .resize(SIZE, SIZE, { fit: 'cover' })
      .flatten({ background: '#101214' })
      .toColourspace('srgb')
    const webp = await square.clone().webp({ quality: 84 }).toBuffer()
    const pixels = await sharp(webp).resize(48, 48).removeAlpha().raw().toBuffer()
    return { webp, colour: dominantColour(pixels) }
  } catch (error) {
    log.info({ err: error }, 'The picture of an upload cannot be read')
    return null
  }
}
