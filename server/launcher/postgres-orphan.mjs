// A launcher that was killed leaves its PostgreSQL running. The next start knows it by its data folder.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from './refusal.mjs'

/**
 * Stops the server that still runs on this data folder; forgets a pid file whose process is gone or is somebody else.
 * @param {string} directory
 * @returns {Promise<boolean>} whether one was stopped
 */
export async function stopOrphan(directory) {
  const pid = recordedPid(directory)
  if (!pid) return false
  if (!servesFolder(pid, directory)) {
    // The number may belong to an unrelated process by now: PostgreSQL would then refuse to start.
    rmSync(path.join(directory, 'postmaster.pid'), { force: true })
    return false
  }
  for (const signal of ['SIGINT', 'SIGQUIT']) {
    process.kill(pid, signal)
    if (await isGone(pid, 8_000)) return true
  }
  throw new Refusal(
    `An earlier PostgreSQL (process ${pid}) still holds ${directory} and does not stop: end it, then start again.`,
  )
}

function recordedPid(directory) {
  const file = path.join(directory, 'postmaster.pid')
  if (!existsSync(file)) return null
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return pid > 1 ? pid : null
}

function servesFolder(pid, directory) {
  const command = commandOf(pid)
  if (!/postgres/.test(command)) return false
  return command.includes(directory) || command.includes(realpathSync(directory))
}

/** @param {number} pid @returns {string} its command line, empty when there is no such process */
export function commandOf(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    } catch {
      return ''
    }
  }
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

async function isGone(pid, withinMs) {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(50)) {
    if (!commandOf(pid)) return true
  }
  return false
}
