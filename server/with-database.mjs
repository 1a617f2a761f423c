// Runs a TypeScript program of this repository on the database that `npm start` uses:
//   node server/with-database.mjs server/stats.ts verify
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isClaimed, readSecrets } from './launcher/data-folder.mjs'
import { DATABASE_NAME, startEmbedded } from './launcher/database.mjs'
import { prepareTree } from './launcher/prepare-tree.mjs'
import { Refusal } from './launcher/refusal.mjs'
import { sayOnStandardError, warn } from './launcher/say.mjs'
import { readSettings } from './launcher/settings.mjs'

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
sayOnStandardError()

async function openDatabase({ databaseUrl, dataDir }) {
  if (databaseUrl) return { databaseUrl, stop: async () => {} }
  if (!existsSync(path.join(dataDir, 'postgres'))) {
    throw new Refusal(`There is no database in ${dataDir} yet: npm start makes one.`)
  }
  const { postgresPassword: password } = readSecrets(dataDir)
  if (!isClaimed(dataDir)) return startEmbedded({ dataDir, password })
  const [, , , port] = readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return { databaseUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/${DATABASE_NAME}`, stop: async () => {} }
}

async function run(args) {
  const settings = readSettings()
  await prepareTree()
  const { databaseUrl, stop } = await openDatabase(settings)
  const { authSecret } = readSecrets(settings.dataDir)
  const env = { AUTH_SECRET: authSecret, ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: settings.dataDir }
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { env, stdio: 'inherit' })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  await stop()
  return code ?? 1
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  warn(error.message)
  process.exitCode = 1
}
