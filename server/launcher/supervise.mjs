import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { childLog } from './child-log.mjs'
import { endGroup } from './command.mjs'
import { Refusal } from './refusal.mjs'
import { say, warn } from './say.mjs'

const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 30_000
const STEADY_MS = 60_000
const START_TIMEOUT_MS = 120_000
const PATIENCE_MS = 8_000
const LEASH = new URL('./leash.mjs', import.meta.url).href

/**
 * Keeps a process running: starts it again when it ends, with growing pauses.
 * @param {{ name: string, args: string[], env: NodeJS.ProcessEnv, isReady: () => Promise<boolean>, dataDir: string, shownFrom: number }} spec
 * @returns {{ ready: Promise<void>, stop: () => Promise<void> }} `ready` fails when it ends before it was ever ready
 */
export function supervise({ name, args, env, isReady, dataDir, shownFrom }) {
  const log = childLog({ name, dataDir, shownFrom })
  const stopping = new AbortController()
  let child
  const start = () => {
    child = startChild({ args, env, log })
    return howItEnds(child)
  }

  const first = start()
  const ready = Promise.race([
    untilReady(name, isReady, stopping.signal),
    first.then((how) =>
      Promise.reject(new Refusal(`The ${name} process did not start (${how}). ${log.lastWords()}`.trim())),
    ),
  ])
  // Whoever waits for it hears of it; nobody waits when the start is broken off.
  ready.catch(() => {})
  const kept = ready.then(
    () => keepRunning({ name, first, start, isReady, signal: stopping.signal }),
    () => {},
  )

  return {
    ready,
    async stop() {
      stopping.abort()
      await end(child)
      await kept
    },
  }
}

function startChild({ args, env, log }) {
  const child = spawn(process.execPath, ['--import', LEASH, ...args], {
    env: { ...env, EARSHOT_LAUNCHER: `${process.pid}` },
    // In a group of its own, so that Ctrl-C in a terminal reaches only the launcher, which stops things in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  log.read(child.stdout, 30)
  log.read(child.stderr, 40)
  return child
}

function howItEnds(child) {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`))
    child.once('error', (error) => resolve(error.message))
  })
}

async function keepRunning({ name, first, start, isReady, signal }) {
  let exited = first
  let startedAt = Date.now()
  for (let failures = 0; ; startedAt = Date.now()) {
    const how = await exited
    if (signal.aborted) return
    failures = Date.now() - startedAt > STEADY_MS ? 1 : failures + 1
    const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS)
    warn(`${name} ended (${how}); starting it again in ${delayMs / 1000} s.`)
    await sleep(delayMs, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    exited = start()
    sayWhenBack(name, isReady, exited, signal)
  }
}

async function sayWhenBack(name, isReady, exited, signal) {
  const over = new AbortController()
  exited.then(() => over.abort())
  await untilReady(name, isReady, AbortSignal.any([over.signal, signal])).then(
    (isBack) => isBack && say(`  ${name} is back.`),
    (error) => warn(error.message),
  )
}

/** False when `signal` came first. */
async function untilReady(name, isReady, signal) {
  for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline; await sleep(100)) {
    if (signal.aborted) return false
    if (await isReady()) return !signal.aborted
  }
  throw new Refusal(`The ${name} process does not become ready: its log is in the folder logs of DATA_DIR.`)
}

async function end(child) {
  const isOver = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  const exited = new Promise((resolve) => child.once('exit', resolve))
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    if (isOver()) break
    endGroup(child, signal)
    await Promise.race([exited, sleep(PATIENCE_MS, undefined, { ref: false })])
  }
  // What it had started itself, such as an ffmpeg.
  endGroup(child, 'SIGKILL')
}
