// The data folder of the packaged PostgreSQL: made on first use, refused when this version cannot read it.
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runPostgres } from './postgres-process.mjs'
import { postgresProgram } from './postgres-program.mjs'
import { Refusal } from './refusal.mjs'

export const POSTGRES_MAJOR = '18'

/**
 * @param {{ directory: string, password: string, account: ReturnType<typeof import('./postgres-program.mjs').postgresAccount> }} options
 */
export async function prepareFolder({ directory, password, account }) {
  if (!existsSync(directory)) await initialise({ directory, password, account })
  const file = path.join(directory, 'PG_VERSION')
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  if (version === POSTGRES_MAJOR) return
  throw new Refusal(
    version
      ? `The database in ${directory} is of PostgreSQL ${version}, and this is ${POSTGRES_MAJOR}: move the folder away, or set DATABASE_URL to a server of that version.`
      : `The folder ${directory} holds no database (PG_VERSION is missing): put a copy of it back, or move it away to begin anew.`,
  )
}

// Made beside its place and moved there when it is complete, so that an interrupted first start leaves no half database.
async function initialise({ directory, password, account }) {
  const unfinished = `${directory}.unfinished`
  const passwordFile = `${directory}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account.uid !== undefined)
    for (const file of [unfinished, passwordFile]) chownSync(file, account.uid, account.gid)
  const place = [`--pgdata=${unfinished}`, '--username=postgres', `--pwfile=${passwordFile}`]
  const language = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const initdb = runPostgres({
    account,
    command: [postgresProgram('initdb'), ...place, '--auth=scram-sha-256', ...language],
    logFile: `${directory}.log`,
  })
  await initdb.exited
  rmSync(passwordFile, { force: true })
  if (initdb.exitCode() !== 0)
    throw new Refusal(`The database could not be made in ${directory}: ${initdb.lastComplaint()}`)
  renameSync(unfinished, directory)
}
