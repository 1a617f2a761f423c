import sharp from 'sharp'
import { cover } from '@/lib/catalog/cover'
import { log } from '@/lib/log'
import { mediaPath } from '@/lib/media/storage'

const SIZE = 400

/** The cover as a PNG in a data URL: drawn ones are SVG and real ones WebP, and the card's renderer knows neither. */
export async function cardCover(coverUrl: string): Promise<string | null> {
  const drawn = /^\/covers\/([A-Za-z0-9_-]{1,64})\.svg$/.exec(coverUrl)?.[1]
  const stored = coverUrl.startsWith('/media/') ? coverUrl.slice('/media/'.length) : null
  try {
    const source = drawn ? Buffer.from(cover(drawn)) : stored && mediaPath(stored)
    if (!source) return null
    const png = await sharp(source).resize(SIZE, SIZE, { fit: 'cover' }).png().toBuffer()
    return `data:image/png;base64,${png.toString('base64')}`
  } catch (error) {
    log.warn({ err: error, coverUrl }, 'A cover could not be drawn into a link card.')
    return null
  }
}
