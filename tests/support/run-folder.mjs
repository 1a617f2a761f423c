// Everything that the tests put on disk lies in one folder. Whoever still runs from it at the end is ended by its pid.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandOf, stopOrphan } from '../../server/launcher/postgres-orphan.mjs'

const PATIENCE_MS = 15_000

/** @returns {{ directory: string, clean: () => Promise<void> }} */
export function makeRunFolder() {
  const directory = mkdtempSync(path.join(tmpdir(), 'earshot-tests-'))
  chmodSync(directory, 0o711)
  return { directory, clean: () => clean(directory) }
}

async function clean(directory) {
  for (const name of readdirSync(directory)) {
    const folder = path.join(directory, name)
    await untilLauncherIsGone(path.join(folder, 'launcher.json'))
    const postgres = path.join(folder, 'postgres')
    if (existsSync(postgres)) await stopOrphan(postgres)
  }
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
}

// A launcher notices by itself that the tests are over.
async function untilLauncherIsGone(claim) {
  if (!existsSync(claim)) return
  const { pid } = JSON.parse(readFileSync(claim, 'utf8'))
  const runs = () => commandOf(pid).includes('start.mjs')
  for (const deadline = Date.now() + PATIENCE_MS; runs() && Date.now() < deadline; ) await sleep(100)
  if (runs()) process.kill(pid, 'SIGKILL')
}
