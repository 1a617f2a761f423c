import { supervise } from './supervise.mjs'

const NEXT = 'node_modules/next/dist/bin/next'
const TSX = 'node_modules/tsx/dist/cli.mjs'
const WARN = 40
const INFO = 30

/** Realtime holds thousands of sockets and does little with each: half the memory, and more work for a command to a crowd. */
const IN_HALF_THE_MEMORY = ['--optimize-for-size', '--liftoff-only']
const MAIN_THREAD_FIRST = ['--require', './server/realtime/helper-threads.cjs']
export const REALTIME_FLAGS = [...IN_HALF_THE_MEMORY, ...MAIN_THREAD_FIRST]
/** What its threads free goes back to the others, not into a store of each. */
export const REALTIME_ENV = { MALLOC_ARENA_MAX: '2' }

/**
 * Starts web, realtime and worker together.
 * @param {{ isDev: boolean, settings: { port: number, host: string | undefined, dataDir: string }, realtimePort: number, env: NodeJS.ProcessEnv }} options
 */
export function startProcesses({ isDev, settings, realtimePort, env }) {
  const start = (name, args, isReady) =>
    supervise({
      name,
      args,
      isReady,
      dataDir: settings.dataDir,
      shownFrom: isDev ? INFO : WARN,
      // PGAPPNAME names the process in pg_stat_activity, where /api/health looks for the worker.
      env: {
        ...(name === 'realtime' ? REALTIME_ENV : {}),
        ...env,
        EARSHOT_PROCESS: name,
        PGAPPNAME: `earshot-${name}`,
      },
    })
  const health = async () => (await fetchJson(`${localUrl(settings)}/api/health`)).body
  const own = (name) => (isDev ? [TSX, 'watch', '--clear-screen=false', `server/${name}/main.ts`] : bundled(name))
  return [
    start('realtime', own('realtime'), async () => (await fetchJson(`http://127.0.0.1:${realtimePort}/health`)).ok),
    start('worker', own('worker'), async () => (await health())?.worker === 'ok'),
    start('web', web(isDev, settings), async () => (await health())?.database === 'ok'),
  ]
}

/** @param {{ port: number, host: string | undefined }} settings */
export async function isCatalogueEmpty(settings) {
  const { body } = await fetchJson(`${localUrl(settings)}/api/tracks?limit=1`)
  return body?.items?.length === 0
}

function localUrl({ port, host }) {
  const isEverywhere = !host || host === '0.0.0.0' || host === '::'
  return `http://${isEverywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`
}

function bundled(name) {
  return [...(name === 'realtime' ? REALTIME_FLAGS : []), '--enable-source-maps', `dist/${name}/main.js`]
}

function web(isDev, { port, host }) {
  // Without a host Next listens on all addresses of both families, so that phones in the network can join.
  return [NEXT, isDev ? 'dev' : 'start', '-p', `${port}`, ...(host ? ['-H', host] : [])]
}

async function fetchJson(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    return { ok: response.ok, body: await response.json().catch(() => null) }
  } catch {
    return { ok: false, body: null }
  }
}
