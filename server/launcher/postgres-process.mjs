import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 8_000

/**
 * Runs initdb or postgres as `account`, its words going to `logFile`. It has a process group of its own, so that Ctrl-C
 * in a terminal reaches only the launcher, which stops things in order.
 * @param {{ account: { uid?: number, gid?: number, wrap: (command: string[]) => string[] }, command: string[], logFile: string }} options
 */
export function runPostgres({ account, command, logFile }) {
  const log = openSync(logFile, 'a', 0o600)
  const [program, ...args] = account.wrap(command)
  const identity = program === command[0] ? { uid: account.uid, gid: account.gid } : {}
  const options = { ...identity, detached: true, stdio: ['ignore', log, log], cwd: '/', env: environment() }
  const child = spawn(program, args, options)
  closeSync(log)
  const exited = new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const isOver = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  return {
    pid: child.pid,
    exited,
    isOver,
    exitCode: () => child.exitCode,
    lastComplaint: () => lastComplaint(logFile),
    /** Tells it to end without waiting, for when this process ends itself. */
    dismiss: () => child.kill('SIGINT'),
    async stop() {
      for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL']) {
        if (isOver()) return
        child.kill(signal)
        await Promise.race([exited, sleep(PATIENCE_MS, undefined, { ref: false })])
      }
    },
  }
}

// None of the caller's PG* variables may change what this server does.
function environment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && name !== 'LC_ALL'))
}

function lastComplaint(logFile) {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n') : []
  const complaint = lines.findLast((line) => /(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? ''
  return complaint.replace(/^.*?(FATAL|PANIC|error):\s*/, '').replace(/([^.!?])$/, '$1.')
}
