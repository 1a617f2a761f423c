import { RATE, type Stereo, seeded } from './sound'

/** ID3 frames: TIT2 title, TPE1 artist, TALB album, TCON genre, TBPM, TKEY, TDRC year. */
export type WavTags = Record<'TIT2' | 'TPE1' | 'TALB' | 'TCON' | 'TBPM' | 'TKEY' | 'TDRC', string>

/** A 16-bit WAV file with its tags. */
export function toWav(sound: Stereo, tags: WavTags): Buffer {
  const samples = quantise(sound)
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(2, 2)
  format.writeUInt32LE(RATE, 4)
  format.writeUInt32LE(RATE * 4, 8)
  format.writeUInt16LE(4, 12)
  format.writeUInt16LE(16, 14)
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', format),
    chunk('id3 ', id3(tags)),
    chunk('data', samples),
  ])
  return chunk('RIFF', body)
}

// Triangular dither: quiet endings fade into hiss far below hearing instead of into crackle.
function quantise({ left, right }: Stereo): Buffer {
  const random = seeded(1)
  const samples = new Int16Array(left.length * 2)
  for (let i = 0; i < left.length; i++) {
    const noise = random() - random()
    samples[2 * i] = Math.max(-32_768, Math.min(32_767, Math.round((left[i] ?? 0) * 32_767 + noise)))
    samples[2 * i + 1] = Math.max(-32_768, Math.min(32_767, Math.round((right[i] ?? 0) * 32_767 - noise)))
  }
  return Buffer.from(samples.buffer)
}

function chunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat(data.length % 2 ? [head, data, Buffer.alloc(1)] : [head, data])
}

function id3(tags: WavTags): Buffer {
  const frames = Object.entries(tags).map(([name, text]) => {
    const data = Buffer.concat([Buffer.of(3), Buffer.from(text, 'utf8')])
    return Buffer.concat([Buffer.from(name, 'latin1'), syncsafe(data.length), Buffer.alloc(2), data])
  })
  const body = Buffer.concat(frames)
  return Buffer.concat([Buffer.from('ID3'), Buffer.of(4, 0, 0), syncsafe(body.length), body])
}

/** ID3v2.4 writes lengths in seven bits a byte. */
const syncsafe = (length: number) => Buffer.from([21, 14, 7, 0].map((shift) => (length >> shift) & 127))
