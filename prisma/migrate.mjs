/**
 * Migrations by Prisma's own engine as WebAssembly, so that no engine binary has to be downloaded.
 *   node prisma/migrate.mjs             applies what is missing to DATABASE_URL
 *   node prisma/migrate.mjs new NAME    writes a migration from the committed schema to the edited one
 * It keeps Prisma's `_prisma_migrations` table: `prisma migrate deploy` elsewhere sees the same history.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { ensureAnalyticsPartitions } from './partitions.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const schemaFile = path.join(here, 'schema.prisma')
const baseDir = path.join(here, 'migrations')
const filters = { externalTables: [], externalEnums: [] }

/** Applies the missing migrations and makes the partitions that are due; answers the migrations' names. Throws with the engine's message. */
export async function migrate(databaseUrl) {
  const engine = await loadEngine(databaseUrl)
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: readMigrations(), filters })
  await ensureAnalyticsPartitions(databaseUrl)
  return appliedMigrationNames
}

async function loadEngine(databaseUrl) {
  const wasm = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')),
    'schema_engine_bg.wasm',
  )
  const module = await WebAssembly.compile(readFileSync(wasm))
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': engineGlue })
  engineGlue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  const datamodels = [['prisma/schema.prisma', readFileSync(schemaFile, 'utf8')]]
  return engineGlue.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPg(connection(databaseUrl))),
  )
}

// Fields, not a connection string: the adapter must be able to switch databases.
function connection(databaseUrl) {
  const url = new URL(databaseUrl)
  const sslmode = url.searchParams.get('sslmode')
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    ...(sslmode && sslmode !== 'disable' ? { ssl: { rejectUnauthorized: sslmode.startsWith('verify') } } : {}),
  }
}

function readMigrations() {
  const lockPath = path.join(baseDir, 'migration_lock.toml')
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lockPath) ? readFileSync(lockPath, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

async function writeMigration(name) {
  const engine = await loadEngine(process.env.DATABASE_URL ?? 'postgresql://nobody@127.0.0.1:1/none')
  const older = committedSchema()
  const { stdout } = await engine.diff({
    from: older ? { tag: 'schemaDatamodel', files: [{ path: 'older.prisma', content: older }] } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: readFileSync(schemaFile, 'utf8') }] },
    script: true,
    exitCode: null,
    filters,
  })
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(baseDir, `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'migration.sql'), stdout)
  return path.join(folder, 'migration.sql')
}

function committedSchema() {
  try {
    return execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return null
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, name] = process.argv.slice(2)
  if (command === 'new') console.log(await writeMigration(name ?? 'change'))
  else console.log((await migrate(process.env.DATABASE_URL)).join('\n') || 'Nothing to apply.')
  process.exit(0)
}
