import { existsSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from './refusal.mjs'

/**
 * What the launcher itself reads from the environment and from `.env`; the processes check the rest (lib/env.ts).
 * @returns {{ port: number, host: string | undefined, dataDir: string, databaseUrl: string | undefined }}
 */
export function readSettings() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { PORT = '3000', HOST, DATA_DIR = '.data', DATABASE_URL } = process.env
  const port = Number(PORT)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT must be a number from 1 to 65535, and it is "${PORT}".`)
  }
  if (DATABASE_URL) refuseNoPostgresUrl(DATABASE_URL)
  return { port, host: HOST || undefined, dataDir: path.resolve(DATA_DIR), databaseUrl: DATABASE_URL || undefined }
}

function refuseNoPostgresUrl(text) {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return
  throw new Refusal('DATABASE_URL must look like postgresql://user:password@host:5432/database.')
}
