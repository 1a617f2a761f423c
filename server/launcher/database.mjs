import { readdirSync } from 'node:fs'
import path from 'node:path'
import { startPostgres } from '../postgres.mjs'
import { lastLines, runCommand } from './command.mjs'
import { Refusal } from './refusal.mjs'

const OLDEST_MAJOR = 14
export const DATABASE_NAME = 'earshot'

/**
 * Starts the packaged PostgreSQL on the data folder, with the product's database in it.
 * @param {{ dataDir: string, password: string, port?: number }} options
 */
export async function startEmbedded({ dataDir, password, port }) {
  const postgres = await startPostgres({ directory: path.join(dataDir, 'postgres'), password, port })
  try {
    await createDatabase(postgres.url('postgres'))
  } catch (error) {
    await postgres.stop()
    if (error.code === '28P01')
      throw new Refusal(`${dataDir}/secrets.json does not belong to the database beside it: put a copy of both back.`)
    throw error
  }
  return { ...postgres, databaseUrl: postgres.url(DATABASE_NAME) }
}

async function createDatabase(adminUrl) {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME}`)
  })
}

/**
 * Makes sure that somebody else's server can be used.
 * @param {string} url
 * @returns {Promise<string>} what it is, for people
 */
export async function checkExternal(url) {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query(`SELECT current_setting('server_version_num')::int AS number`)
      const major = Math.floor(rows[0].number / 10_000)
      if (major >= OLDEST_MAJOR) return `PostgreSQL ${major} at ${new URL(url).host}`
      throw new Refusal(
        `The server in DATABASE_URL is PostgreSQL ${major}, and Earshot needs ${OLDEST_MAJOR} or newer.`,
      )
    })
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(whyNotUsable(url, error))
  }
}

// The password in the URL must not reach a terminal or a log.
function whyNotUsable(url, error) {
  const { host, username, pathname } = new URL(url)
  const database = decodeURIComponent(pathname.slice(1))
  switch (error.code) {
    case '28P01':
    case '28000':
      return `PostgreSQL at ${host} refuses the user "${decodeURIComponent(username)}" or the password in DATABASE_URL.`
    case '3D000':
      return `PostgreSQL at ${host} has no database "${database}": make it with CREATE DATABASE "${database}", or correct DATABASE_URL.`
    case '57P03':
      return `PostgreSQL at ${host} is still starting up: try again in a moment.`
    default:
      return `PostgreSQL does not answer at ${host} (${error.code ?? error.message}): start it, or correct DATABASE_URL; without DATABASE_URL Earshot brings its own.`
  }
}

async function withClient(url, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // A connection that breaks between two queries must not end the launcher.
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Brings the database to the newest schema.
 * @param {string} databaseUrl
 * @returns {Promise<string | null>} what was applied
 */
export async function migrateDatabase(databaseUrl) {
  if (await isUpToDate(databaseUrl)) return null
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  const { code, output } = await runCommand(process.execPath, ['prisma/migrate.mjs'], { env })
  if (code !== 0) throw new Refusal(`The database could not be brought up to date:\n${lastLines(output)}`)
  const applied = output.split('\n').filter((line) => /^\d{14}_/.test(line)).length
  return applied ? `${applied} ${applied === 1 ? 'migration' : 'migrations'} applied` : null
}

// Loading the migration engine takes a second, and on most starts there is nothing for it to do.
async function isUpToDate(databaseUrl) {
  const wanted = readdirSync('prisma/migrations').filter((name) => /^\d{14}_/.test(name))
  const isComplete = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "hasHistory"`)
    if (!rows[0].hasHistory) return false
    const history = await client.query('SELECT migration_name, finished_at IS NOT NULL AS done FROM _prisma_migrations')
    const done = new Set(history.rows.filter((row) => row.done).map((row) => row.migration_name))
    return history.rows.every((row) => row.done) && wanted.every((name) => done.has(name))
  })
  if (!isComplete) return false
  const { ensureAnalyticsPartitions } = await import('../../prisma/partitions.mjs')
  await ensureAnalyticsPartitions(databaseUrl)
  return true
}
