import { spawn } from 'node:child_process'
import { Stopped, stopping } from './stopping.mjs'

/**
 * Runs a program to its end, without a shell. Ends it, with all it started, when the launcher is asked to stop.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, isLoud?: boolean }} [options] loud: it writes to the terminal itself
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function runCommand(program, args, { env = process.env, cwd, isLoud = false } = {}) {
  if (stopping.aborted) throw new Stopped('Stopped.')
  return new Promise((resolve, reject) => {
    const stdio = isLoud ? 'inherit' : ['ignore', 'pipe', 'pipe']
    const child = spawn(program, args, { env, cwd, stdio, detached: true })
    let output = ''
    const collect = (chunk) => {
      output = (output + chunk).slice(-100_000)
    }
    child.stdout?.setEncoding('utf8').on('data', collect)
    child.stderr?.setEncoding('utf8').on('data', collect)
    const onStop = () => endGroup(child, 'SIGTERM')
    const onExit = () => endGroup(child, 'SIGKILL')
    stopping.addEventListener('abort', onStop, { once: true })
    process.on('exit', onExit)
    child.once('error', reject)
    child.once('close', (code) => {
      stopping.removeEventListener('abort', onStop)
      process.off('exit', onExit)
      if (stopping.aborted) reject(new Stopped('Stopped.'))
      else resolve({ code, output })
    })
  })
}

/**
 * Signals a child that was started `detached`, and everything it has started in turn.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function endGroup(child, signal) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Gone already.
  }
}

/**
 * @param {string} output
 * @param {number} [count]
 * @returns {string} its last lines, indented, for a message
 */
export function lastLines(output, count = 12) {
  const lines = output.split('\n').map((line) => line.trimEnd())
  return lines
    .filter(Boolean)
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n')
}
