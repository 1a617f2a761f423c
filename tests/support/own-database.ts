import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { closeDb } from '@/lib/db'

// Every test file has a database and a data folder of its own.
const server = inject('postgresUrl')
const name = `test_${randomUUID().replaceAll('-', '')}`
const admin = new pg.Client({ connectionString: server })
await admin.connect()
await admin.query(`CREATE DATABASE ${name} TEMPLATE template_earshot`)

const dataDir = await mkdtemp(path.join(tmpdir(), 'earshot-data-'))
process.env.DATABASE_URL = server.replace(/\/postgres$/, `/${name}`)
process.env.AUTH_SECRET = 'a secret for tests that is long enough'
process.env.DATA_DIR = dataDir
process.env.LOG_LEVEL = 'silent'

afterAll(async () => {
  await closeDb()
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
  await rm(dataDir, { recursive: true, force: true })
})
