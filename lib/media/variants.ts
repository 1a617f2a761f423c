import path from 'node:path'
import { runFfmpeg } from './ffmpeg'
import { MAX_HOURS, openAs, SOUND_ONLY } from './probe'
import type { AudioKind } from './schema'

export const PREVIEW_SECONDS = 30

const RATE = 48_000

/**
 * Apple's decoder takes 2112 samples off the start of any AAC, whatever the file says; all others do what the edit
 * list says. ffmpeg's encoder puts 1024 there. So we add 1088 samples of silence before the song and begin the clock
 * 1088 samples early: the edit list then says 2112, and every browser hears the same sample first (README.md).
 */
const PRIMING = 2112 - 1024
const ALIGNED = `aresample=${RATE},aformat=channel_layouts=stereo,adelay=${PRIMING}S|${PRIMING}S,asetpts=PTS-${PRIMING}`

export type Variants = { high: string; low: string; preview: string }

type Job = {
  file: string
  kind: AudioKind
  folder: string
  durationMs: number
  previewStartMs: number
  signal: AbortSignal | undefined
}

/** Writes high, low and preview into the folder and answers their paths. `onProgress` gets 0–1. Throws FfmpegError. */
export async function encodeVariants(job: Job, onProgress: (done: number) => void): Promise<Variants> {
  const [high, low, preview] = [into(job, 'high'), into(job, 'low'), into(job, 'preview')]
  await runFfmpeg({
    args: [...begin, ...openAs(job.kind, job.file), ...aac(high, '192k'), ...aac(low, '80k')],
    timeoutMs: timeoutFor(job.durationMs),
    signal: job.signal,
    onOutput: (chunk) => onProgress(progressOf(chunk, job.durationMs)),
  })
  await runFfmpeg({
    args: [...begin, ...openAs('mov', high), ...aac(preview, '96k', excerpt(job))],
    timeoutMs: timeoutFor(job.durationMs),
    signal: job.signal,
  })
  return { high, low, preview }
}

const begin = ['-y', '-progress', 'pipe:1']

const into = ({ folder }: Job, name: keyof Variants) => path.join(folder, `${name}.m4a`)

const aac = (file: string, bitrate: string, before = '') => [
  ...SOUND_ONLY,
  ...['-t', String(MAX_HOURS * 3600), '-af', before + ALIGNED, '-c:a', 'aac', '-b:a', bitrate],
  // Exact: the same song gives the same bytes on every run.
  ...['-fflags', '+bitexact', '-flags:a', '+bitexact', '-movflags', '+faststart', '-f', 'mp4', file],
]

function excerpt({ previewStartMs, durationMs }: Job): string {
  const length = Math.min(PREVIEW_SECONDS, (durationMs - previewStartMs) / 1000)
  const fadeOut = Math.max(0, length - 2)
  return `atrim=start=${previewStartMs / 1000}:duration=${length},asetpts=PTS-STARTPTS,afade=t=in:d=0.4,afade=t=out:st=${fadeOut}:d=2,`
}

/** Slow machines encode at ten times real time; a file that takes longer than this is built to hang. */
export const timeoutFor = (durationMs: number) => 120_000 + durationMs

function progressOf(chunk: Buffer, durationMs: number): number {
  // Named out_time_ms, and in microseconds all the same.
  const times = [...chunk.toString().matchAll(/out_time_ms=(\d+)/g)]
  const us = Number(times.at(-1)?.[1] ?? 0)
  return Math.min(1, us / 1000 / Math.max(1, durationMs))
}
