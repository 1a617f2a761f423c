import sharp from 'sharp'
import type { CoverColour } from '@/lib/catalog/track'
import { log } from '@/lib/log'
import { dominantColour } from './colour'

const SIZE = 640
const LIMITS = { limitInputPixels: 64e6, failOn: 'error' } as const

/** An embedded picture drawn anew (nothing of the sent bytes is passed on), and its hues. Null when it is none. */
export async function redrawPicture(picture: Uint8Array): Promise<{ webp: Buffer; colour: CoverColour } | null> {
  try {
    const square = sharp(picture, LIMITS)
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

const [WIDE, TALL] = [16 / 9, 4 / 3]
/** Pixels at the edge into which JPEG smears the bars. */
const SMEARED = 4

/** A frame of a film without the black bars that make it 4:3, so that its middle is the picture's middle. */
export async function withoutBars(frame: Uint8Array): Promise<Uint8Array> {
  const { width = 0, height = 0 } = await sharp(frame, LIMITS).metadata()
  if (height === 0 || Math.abs(width / height - TALL) > 0.02) return frame
  const inner = Math.round(width / WIDE) - 2 * SMEARED
  return sharp(frame, LIMITS)
    .extract({ left: 0, top: Math.round((height - inner) / 2), width, height: inner })
    .toBuffer()
}
