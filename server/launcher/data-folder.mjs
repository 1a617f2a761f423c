// DATA_DIR: who is using it, and the secrets in it that are made on the first start.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { commandOf } from './postgres-orphan.mjs'
import { Refusal } from './refusal.mjs'

/**
 * Makes the folder and claims it for this launcher.
 * @param {{ dataDir: string, port: number }} settings
 * @returns {{ release: () => void, isAfterCrash: boolean }}
 */
export function claimDataFolder({ dataDir, port }) {
  const claim = path.join(dataDir, 'launcher.json')
  try {
    mkdirSync(path.join(dataDir, 'logs'), { recursive: true, mode: 0o711 })
    const before = readClaim(claim)
    if (before && isLauncher(before.pid)) {
      throw new Refusal(
        `Earshot already runs on the data in ${dataDir}, at http://localhost:${before.port} (process ${before.pid}): stop it first, or give this one a DATA_DIR and a PORT of its own.`,
      )
    }
    writeFileSync(claim, JSON.stringify({ pid: process.pid, port }))
    return { release: () => rmSync(claim, { force: true }), isAfterCrash: before !== null }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(
      `The data folder ${dataDir} cannot be used (${error.code ?? error.message}): DATA_DIR must be a folder that may be written to.`,
    )
  }
}

function readClaim(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** @param {string} dataDir @returns {boolean} whether a launcher runs on it right now */
export function isClaimed(dataDir) {
  const claim = readClaim(path.join(dataDir, 'launcher.json'))
  return claim !== null && isLauncher(claim.pid)
}

function isLauncher(pid) {
  return pid !== process.pid && commandOf(pid).includes('start.mjs')
}

/**
 * The secrets of this installation, made on first use and readable by their owner only.
 * @param {string} dataDir
 * @returns {{ authSecret: string, postgresPassword: string }}
 */
export function readSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json')
  if (!existsSync(file)) {
    if (existsSync(path.join(dataDir, 'postgres'))) {
      throw new Refusal(`${file} is missing, and the database beside it does not open without: put a copy of it back.`)
    }
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    const secret = () => randomBytes(32).toString('base64url')
    writeFileSync(file, JSON.stringify({ authSecret: secret(), postgresPassword: secret() }), {
      mode: 0o600,
      flag: 'wx',
    })
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Refusal(`${file} is damaged: put a copy of it back.`)
  }
}
