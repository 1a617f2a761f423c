import { isUtf8 } from 'node:buffer'
import { parseFile } from 'music-metadata'
import { log } from '@/lib/log'
import { splitName } from './names'

export type Tags = {
  title: string
  artist: string
  album: string | null
  genre: string | null
  bpm: number | null
  year: number | null
  /** As written, such as "F#m". */
  key: string | null
  isExplicit: boolean
  picture: Uint8Array | null
}

/** What the file says of itself; where it is silent, its name speaks. Never throws: tags are a gift. */
export async function readTags(file: string, fileName: string): Promise<Tags> {
  const { common, native } = await parseFile(file, { skipPostHeaders: true }).catch((error: unknown) => {
    log.info({ err: error, fileName }, 'The tags of an upload cannot be read')
    return { common: null, native: {} }
  })
  const name = splitName(fileName)
  const bpm = Number(common?.bpm)
  return {
    title: text(common?.title, 255) ?? name.title,
    artist: text(common?.artist, 255) ?? text(common?.albumartist, 255) ?? name.artist ?? 'Unknown artist',
    album: text(common?.album, 255),
    genre: text(common?.genre?.[0], 50),
    bpm: bpm >= 30 && bpm <= 300 ? bpm : null,
    year: common?.year && common.year > 1000 && common.year < 3000 ? common.year : null,
    key: text(common?.key, 8),
    isExplicit: Object.values(native).flat().some(saysExplicit),
    picture: common?.picture?.[0]?.data ?? null,
  }
}

// Apple's advisory, which other formats carry under a name of its own: 1 is explicit, 4 was before, 2 is a clean version.
const saysExplicit = ({ id, value }: { id: string; value: unknown }) =>
  /^(rtng|(TXXX:)?ITUNESADVISORY)$/i.test(id) && ['1', '4'].includes(String(value))

// Zero bytes cannot be stored, and control characters have no place in a title.
function text(value: string | undefined, most: number): string | null {
  const words = value && readAsUtf8(value)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = words?.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  return clean ? clean.slice(0, most) : null
}

/**
 * A WAV does not say how its words are encoded: they come as Latin-1, while ffmpeg and others write UTF-8. Latin-1 that
 * happens to be UTF-8 as well, such as "Ã¶", is no word of any language.
 */
function readAsUtf8(value: string): string {
  const bytes = Buffer.from(value, 'latin1')
  const isLatin1 = bytes.toString('latin1') === value
  return isLatin1 && isUtf8(bytes) ? bytes.toString() : value
}
