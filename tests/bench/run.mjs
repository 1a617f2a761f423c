/**
 * `npm run bench [-- NAME]`: runs tests/bench/NAME.ts, or all of them, each on a fresh PostgreSQL that is set up as the
 * product's own. Standard output has one JSON line a figure and nothing else.
 */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { endGroup } from '../../server/launcher/command.mjs'
import { migrateDatabase, startEmbedded } from '../../server/launcher/database.mjs'
import { prepareTree } from '../../server/launcher/prepare-tree.mjs'
import { Refusal } from '../../server/launcher/refusal.mjs'
import { sayOnStandardError, warn } from '../../server/launcher/say.mjs'
import { stopping } from '../../server/launcher/stopping.mjs'
import { makeRunFolder } from '../support/run-folder.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
process.chdir(root)
sayOnStandardError()
const TOOLS = ['measure.ts', 'zipf.ts']
const names = readdirSync('tests/bench')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !TOOLS.includes(file))
  .map((file) => path.basename(file, '.ts'))

async function run(name) {
  const folder = makeRunFolder()
  const dataDir = path.join(folder.directory, 'data')
  const postgres = await startEmbedded({ dataDir, password: 'bench' })
  try {
    await migrateDatabase(postgres.databaseUrl)
    return await runFile(`tests/bench/${name}.ts`, { DATABASE_URL: postgres.databaseUrl, DATA_DIR: dataDir })
  } finally {
    await postgres.stop()
    await folder.clean()
  }
}

function runFile(file, settings) {
  const secret = 'a secret for benchmarks that is long enough'
  const env = { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', AUTH_SECRET: secret, ...settings }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', file], { env, stdio: 'inherit', detached: true })
    stopping.addEventListener('abort', () => endGroup(child, 'SIGTERM'), { once: true })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function runAll(wanted) {
  if (wanted && !names.includes(wanted))
    throw new Refusal(`There is no benchmark "${wanted}"; there are: ${names.join(', ')}.`)
  await prepareTree()
  let worst = 0
  for (const name of wanted ? [wanted] : names) {
    if (!stopping.aborted) worst = Math.max(worst, await run(name))
  }
  return worst
}

try {
  process.exitCode = await runAll(process.argv[2])
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  warn(error.message)
  process.exitCode = 1
}
