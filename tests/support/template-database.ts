import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '@/server/postgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** One PostgreSQL for the run, with a migrated template that every test file clones (50–90 ms). */
export default async function setup(project: TestProject) {
  const directory = await mkdtemp(path.join(tmpdir(), 'earshot-test-'))
  await chmod(directory, 0o755) // PostgreSQL runs as another user when we are root
  const postgres = await startPostgres({
    directory: path.join(directory, 'postgres'),
    password: 'test',
    // Only the machine's crash could lose what these leave unsynced, and a test database may be lost.
    flags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
  })
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  await client.connect()
  await client.query('CREATE DATABASE template_earshot')
  await client.end()
  // In a process of its own: the engine keeps its connection, and a template may have none.
  execFileSync(process.execPath, ['prisma/migrate.mjs'], {
    env: { ...process.env, DATABASE_URL: postgres.url('template_earshot') },
  })
  project.provide('postgresUrl', postgres.url('postgres'))
  return async () => {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
