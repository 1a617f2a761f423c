import { runFfmpeg } from './ffmpeg'
import { MAX_HOURS, openAs, SOUND_ONLY } from './probe'
import type { AudioKind } from './schema'

export const LISTEN_RATE = 8_000
/** Tempo and key come from this much of the song at most. */
const EXCERPT_SECONDS = 150

export type Heard = {
  durationMs: number
  /** Integrated loudness in LUFS; null for silence. */
  loudness: number | null
  /** 0–100, one value for each of 320 equal slices. */
  peaks: number[]
  /** Mono, 8 kHz, −1 to 1. */
  excerpt: Float32Array
}

const SLICES = 320
// A loudest value for each 10 ms: enough to draw any length from, and small for six hours.
const FINE = LISTEN_RATE / 100

/** Decodes the whole song once, for its true length, loudness and waveform. Throws FfmpegError. */
export async function listen(file: string, kind: AudioKind, signal?: AbortSignal): Promise<Heard> {
  const pcm = new PcmReader()
  const said = await runFfmpeg({
    args: [
      ...openAs(kind, file),
      ...SOUND_ONLY,
      ...['-t', String(MAX_HOURS * 3600), '-af', `ebur128=framelog=verbose,aresample=${LISTEN_RATE}`],
      ...['-ac', '1', '-f', 's16le', 'pipe:1'],
    ],
    timeoutMs: 30 * 60_000,
    signal,
    onOutput: (chunk) => pcm.push(chunk),
  })
  return {
    durationMs: Math.round((pcm.samples / LISTEN_RATE) * 1000),
    loudness: loudnessOf(said),
    peaks: drawPeaks(pcm.loudest, SLICES),
    excerpt: pcm.excerpt(),
  }
}

/** Takes the stream as it comes and keeps only what is needed of it. */
class PcmReader {
  samples = 0
  readonly loudest: number[] = []
  private odd: number | null = null
  private current = 0
  private kept: Int16Array[] = []
  private keptSamples = 0

  push(chunk: Buffer) {
    const bytes = this.odd === null ? chunk : Buffer.concat([Buffer.of(this.odd), chunk])
    this.odd = bytes.length % 2 ? (bytes.at(-1) ?? null) : null
    const count = bytes.length >> 1
    const block = new Int16Array(count)
    for (let i = 0; i < count; i++) {
      const value = bytes.readInt16LE(i * 2)
      block[i] = value
      this.current = Math.max(this.current, Math.abs(value))
      if (++this.samples % FINE === 0) this.close()
    }
    this.keep(block)
  }

  excerpt(): Float32Array {
    this.close()
    const all = new Float32Array(this.keptSamples)
    let at = 0
    for (const block of this.kept) for (const value of block) all[at++] = value / 32768
    return all
  }

  private close() {
    this.loudest.push(this.current / 32768)
    this.current = 0
  }

  private keep(block: Int16Array) {
    if (this.keptSamples >= EXCERPT_SECONDS * LISTEN_RATE) return
    this.kept.push(block)
    this.keptSamples += block.length
  }
}

/** Mean of the loudest moments of each slice, so that a wall of sound still has a shape. */
export function drawPeaks(loudest: number[], slices: number): number[] {
  const peaks = Array.from({ length: slices }, (_, i) => {
    const from = Math.floor((i * loudest.length) / slices)
    const slice = loudest.slice(from, Math.max(from + 1, Math.floor(((i + 1) * loudest.length) / slices)))
    return Math.sqrt(slice.reduce((sum, value) => sum + value * value, 0) / Math.max(1, slice.length))
  })
  const top = Math.max(...peaks, 1e-6)
  return peaks.map((peak) => Math.round((peak / top) * 100))
}

function loudnessOf(said: string): number | null {
  const summary = said.slice(said.lastIndexOf('Summary:'))
  const value = Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1])
  // ebur128 says −70 for what is silent to it.
  return Number.isFinite(value) && value > -70 ? value : null
}
