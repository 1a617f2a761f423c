import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ffmpegPath } from '@/lib/media/ffmpeg'

type Sound = { seconds?: number; extension?: string; args?: string[]; tone?: string }

/** The bytes of a real sound file that ffmpeg makes: two seconds of a tone unless told otherwise. */
export function makeSound({ seconds = 2, extension = 'wav', args = [], tone = 'sine=f=440' }: Sound = {}): Buffer {
  const file = scratchFile(extension)
  ffmpeg(['-f', 'lavfi', '-i', tone, '-t', String(seconds), '-ac', '2', ...args, file])
  return readFileSync(file)
}

/** A red picture. */
export function makePicture(extension: 'png' | 'jpg' = 'png', colour = 'red'): string {
  const file = scratchFile(extension)
  ffmpeg(['-f', 'lavfi', '-i', `color=${colour}:s=80x60`, '-frames:v', '1', file])
  return file
}

export const ffmpeg = (args: string[]) => execFileSync(ffmpegPath(), ['-v', 'error', '-y', ...args])

export function scratchFile(extension: string): string {
  const folder = path.join(process.env.DATA_DIR ?? '', 'scratch')
  mkdirSync(folder, { recursive: true })
  return path.join(folder, `${randomUUID()}.${extension}`)
}
