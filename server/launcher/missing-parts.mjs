import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { warn } from './say.mjs'

const INSTALL = process.platform === 'darwin' ? 'brew install ffmpeg' : 'apt-get install ffmpeg'

/** Says what the machine lacks, and what works without it. */
export function reportMissingParts() {
  if (runs('ffmpeg')) return
  if (runs(fromNpm())) {
    warn(`ffmpeg is not installed: the older one from npm does its work. A newer one comes with: ${INSTALL}`)
    return
  }
  warn(
    `ffmpeg is missing: uploaded songs and the demo catalogue wait until it is there, everything else works. Install it with: ${INSTALL}`,
  )
}

function fromNpm() {
  try {
    return createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg').path
  } catch {
    return null
  }
}

function runs(program) {
  return program !== null && spawnSync(program, ['-version'], { stdio: 'ignore' }).status === 0
}
