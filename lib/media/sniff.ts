import { open } from 'node:fs/promises'
import type { AudioKind } from './schema'

/**
 * What a file is by its first bytes, whatever it is called. Null when it is no sound file that we take.
 * ffmpeg is told this kind and guesses nothing itself: among its other formats are playlists that read further files.
 */
export async function sniff(file: string): Promise<AudioKind | null> {
  const handle = await open(file)
  try {
    const read = async (position: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, position)
      return buffer.subarray(0, bytesRead)
    }
    const head = await read(0)
    if (ascii(head, 0, 3) !== 'ID3' || head.length < 10) return kindOf(head)
    return kindOf(await read(10 + syncsafe(head))) ?? 'mp3'
  } finally {
    await handle.close()
  }
}

function kindOf(head: Buffer): AudioKind | null {
  const start = ascii(head, 0, 4)
  if (start === 'RIFF' && ascii(head, 8, 12) === 'WAVE') return 'wav'
  if (start === 'FORM' && /^AIF[FC]$/.test(ascii(head, 8, 12))) return 'aiff'
  if (start === 'fLaC') return 'flac'
  if (start === 'OggS') return 'ogg'
  if (ascii(head, 4, 8) === 'ftyp') return 'mov'
  if (head.length >= 4 && head.readUInt32BE(0) === 0x1a45dfa3) return 'matroska'
  return frameOf(head)
}

/** An MPEG audio frame or an ADTS frame begins with eleven or twelve set bits. */
function frameOf(head: Buffer): AudioKind | null {
  if (head.length < 4) return null
  const [first = 0, second = 0, third = 0] = head
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null
  const layer = (second >> 1) & 3
  if (layer === 0) return (second & 0xf0) === 0xf0 && ((third >> 2) & 15) < 13 ? 'aac' : null
  const isReserved = ((second >> 3) & 3) === 1 || third >> 4 === 15 || ((third >> 2) & 3) === 3
  return isReserved ? null : 'mp3'
}

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to)

/** The length of an ID3v2 tag: four bytes of seven bits. */
const syncsafe = (head: Buffer) => [6, 7, 8, 9].reduce((sum, i) => sum * 128 + ((head[i] ?? 0) & 127), 0)
