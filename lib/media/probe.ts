import { ok, type Result, refuse } from '@/lib/result'
import { FfmpegError, runFfmpeg } from './ffmpeg'
import { type AudioKind, kindsOfName } from './schema'
import { sniff } from './sniff'

export const MAX_HOURS = 6

const NAMES: Record<AudioKind, string> = {
  mp3: 'an MP3',
  wav: 'a WAV',
  flac: 'a FLAC',
  ogg: 'an Ogg',
  mov: 'an M4A',
  aac: 'an AAC',
  aiff: 'an AIFF',
  matroska: 'a WebM',
}

/** Looks into a file: refuses `not_audio` unless its content is the sound that its name promises and decodes. */
export async function probe(file: string, fileName: string): Promise<Result<AudioKind>> {
  const kind = await sniff(file)
  if (!kind) return refuse('not_audio', 'This file has no sound in it.')
  if (!kindsOfName(fileName)?.includes(kind))
    return refuse('not_audio', `This is ${NAMES[kind]} file under another name. Rename it, then upload it again.`)
  try {
    const said = await runFfmpeg({ args: firstSecond(kind, file), timeoutMs: 20_000 })
    if (durationSeconds(said) > MAX_HOURS * 3600)
      return refuse('not_audio', `This is longer than ${MAX_HOURS} hours. Cut it, then upload the parts.`)
  } catch (error) {
    if (!(error instanceof FfmpegError)) throw error
    return refuse('not_audio', 'This file has no sound in it.')
  }
  return ok(kind)
}

/** Opens a file as the kind it was found to be, and no other. */
export const openAs = (kind: AudioKind, file: string) => ['-f', kind, '-i', `file:${file}`]

/** Pictures and texts inside a sound file are not even decoded. */
export const SOUND_ONLY = ['-map', '0:a:0', '-vn', '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1']

const firstSecond = (kind: AudioKind, file: string) => [
  ...openAs(kind, file),
  ...SOUND_ONLY,
  ...['-t', '1', '-f', 'null', '-'],
]

function durationSeconds(said: string): number {
  const [, hours, minutes, seconds] = /Duration: (\d+):(\d\d):(\d\d)/.exec(said) ?? []
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}
