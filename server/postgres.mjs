// A real PostgreSQL from npm, for when nobody has given a DATABASE_URL.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { prepareFolder } from './launcher/postgres-folder.mjs'
import { stopOrphan } from './launcher/postgres-orphan.mjs'
import { runPostgres } from './launcher/postgres-process.mjs'
import { hydratePostgres, postgresAccount, postgresProgram } from './launcher/postgres-program.mjs'
import { Refusal } from './launcher/refusal.mjs'

const START_TIMEOUT_MS = 60_000

/**
 * Starts the server that lives in `directory` (made on first use) on 127.0.0.1.
 * @param {{ directory: string, password: string, flags?: string[], port?: number }} options
 * @returns {Promise<{ url: (database: string) => string, port: number, pid: number | undefined, exited: Promise<void>, stop: () => Promise<void> }>}
 */
export async function startPostgres({ directory, password, flags = [], port: wantedPort }) {
  hydratePostgres()
  mkdirSync(path.dirname(directory), { recursive: true, mode: 0o711 })
  const account = postgresAccount(directory)
  await prepareFolder({ directory, password, account })
  await stopOrphan(directory)

  const port = wantedPort ?? (await freePort())
  const place = ['-D', directory, '-p', `${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  const command = [postgresProgram('postgres'), ...place, ...flags]
  const server = runPostgres({ account, command, logFile: `${directory}.log` })
  // However this process ends, its database is told to stop.
  process.on('exit', server.dismiss)
  server.exited.then(() => process.off('exit', server.dismiss))
  await untilReady(server, directory)
  return {
    url: (database) => `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    port,
    pid: server.pid,
    exited: server.exited,
    stop: server.stop,
  }
}

async function untilReady(server, directory) {
  const pidFile = path.join(directory, 'postmaster.pid')
  for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline && !server.isOver(); await sleep(20)) {
    const lines = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : []
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return
  }
  await server.stop()
  throw new Refusal(
    `The database in ${directory} does not start: ${server.lastComplaint()} Put a copy of the folder back, or move it away to begin anew.`,
  )
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
