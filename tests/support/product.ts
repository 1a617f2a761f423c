import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '@/server/postgres.mjs'

type Environment = Record<string, string | undefined>

export type Launcher = {
  pid: number
  /** What it has printed so far. */
  output: () => string
  /** Resolves with the exit code. */
  exited: Promise<number | null>
  /** Resolves when it has printed this; fails when it ends before that. */
  printed: (text: string | RegExp) => Promise<void>
  kill: (signal: NodeJS.Signals) => void
}

/** Runs `node server/start.mjs` with only these settings besides what a machine has anyway. */
export function launch(settings: Environment): Launcher {
  const { DATABASE_URL, REDIS_URL, AUTH_SECRET, REALTIME_PORT, DATA_DIR, ...machine } = process.env
  const own = { NODE_ENV: 'production' as const, HOST: '127.0.0.1', EARSHOT_STOPS_WITH_PARENT: '1', LOG_LEVEL: 'info' }
  const env = { ...machine, ...own, ...settings }
  const child = spawn(process.execPath, ['server/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const listeners = new Set<() => void>()
  const collect = (chunk: string) => {
    output += chunk
    for (const listener of listeners) listener()
  }
  child.stdout?.setEncoding('utf8').on('data', collect)
  child.stderr?.setEncoding('utf8').on('data', collect)
  const exited = exitOf(child)
  return {
    pid: child.pid ?? 0,
    output: () => output,
    exited,
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (typeof text === 'string' ? output.includes(text) : text.test(output)) resolve()
        }
        listeners.add(look)
        look()
        exited.then(() => reject(new Error(`It ended without printing ${text}. It printed:\n${output}`)))
      }),
    kill: (signal) => child.kill(signal),
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)))
}

export type Product = Launcher & { baseUrl: string; port: number; stop: () => Promise<number | null> }

/** The running product, ready to be used. */
export async function startProduct({ dataDir, ...settings }: { dataDir: string } & Environment): Promise<Product> {
  const port = await freePort()
  const launcher = launch({ PORT: `${port}`, DATA_DIR: dataDir, ...settings })
  await launcher.printed(`Earshot is ready at http://localhost:${port}`)
  const stop = () => {
    launcher.kill('SIGTERM')
    return launcher.exited
  }
  return { ...launcher, baseUrl: `http://127.0.0.1:${port}`, port, stop }
}

/** An empty folder for DATA_DIR that only we may enter, as a home often is: PostgreSQL must find its way in all the same. */
export function makeDataDir(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'earshot-product-'))
}

export function removeDataDir(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true, maxRetries: 5 })
}

/** The connection string of the packaged PostgreSQL that runs on this data folder. */
export async function databaseUrlOf(dataDir: string): Promise<string> {
  const { postgresPassword } = JSON.parse(await readFile(path.join(dataDir, 'secrets.json'), 'utf8'))
  const [, , , port] = (await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  return `postgresql://postgres:${postgresPassword}@127.0.0.1:${port}/earshot`
}
