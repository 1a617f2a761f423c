import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { setPriority } from 'node:os'
import path from 'node:path'

let found: string | undefined

/** ffmpeg from PATH, else the (older) one that npm brought. Throws when there is none. */
export function ffmpegPath(): string {
  found ??= onPath('ffmpeg') ?? fromNpm()
  if (!found) throw new Error('ffmpeg is missing: install it (apt-get install ffmpeg) so that songs can be processed.')
  return found
}

export type FfmpegRun = {
  args: string[]
  timeoutMs: number
  onOutput?: (chunk: Buffer) => void
  signal?: AbortSignal | undefined
}

/**
 * Runs ffmpeg on hostile input: no shell, no network, no keyboard, one thread, low priority, a time limit.
 * Resolves with what it said; throws FfmpegError when it fails.
 */
export function runFfmpeg({ args, timeoutMs, onOutput, signal }: FfmpegRun): Promise<string> {
  return new Promise((resolve, reject) => {
    const limits = ['-hide_banner', '-nostdin', '-protocol_whitelist', 'file,pipe', '-threads', '1']
    const child = spawn(ffmpegPath(), [...limits, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      signal,
    })
    if (child.pid) lowerPriority(child.pid)
    const killWithUs = () => child.kill('SIGKILL')
    process.once('exit', killWithUs)
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => onOutput?.(chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      // A broken file can make it complain for ever; the end is what matters.
      said = (said + chunk.toString()).slice(-60_000)
    })
    child.on('error', reject)
    child.on('close', (code, killedBy) => {
      process.off('exit', killWithUs)
      if (code === 0) resolve(said)
      else reject(new FfmpegError(said, killedBy))
    })
  })
}

export class FfmpegError extends Error {
  override name = 'FfmpegError'
  constructor(
    readonly said: string,
    readonly killedBy: string | null,
  ) {
    super(killedBy ? `ffmpeg was ended by ${killedBy}.` : `ffmpeg failed: ${said.trim().split('\n').at(-1) ?? ''}`)
  }
}

// Pages and playback come first on a small machine.
function lowerPriority(pid: number) {
  try {
    setPriority(pid, 5)
  } catch {
    // It has ended already.
  }
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find(isExecutable)
}

function fromNpm(): string | undefined {
  try {
    const installer: { path: string } = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg')
    return isExecutable(installer.path) ? installer.path : undefined
  } catch {
    return undefined
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
