import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build, stop as stopEsbuild } from 'esbuild'
import { REALTIME_ENV, REALTIME_FLAGS } from '@/server/launcher/processes.mjs'
import { freePort } from '@/server/postgres.mjs'

export type MeasuredProcess = {
  port: number
  /** What it has used of a core so far. */
  cpuMs: () => number
  memoryMb: () => number
  stop: () => Promise<void>
}

/** The realtime process, or another in its place, bundled and started as the product does it. */
export async function startMeasuredProcess(entry = 'server/realtime/main.ts'): Promise<MeasuredProcess> {
  // Inside the repository, so that it finds its packages.
  const directory = mkdtempSync(path.resolve('node_modules/.earshot-'))
  const outfile = path.join(directory, 'main.js')
  const esm = { bundle: true, platform: 'node', format: 'esm', packages: 'external' } as const
  await build({ entryPoints: [entry], outfile, ...esm })
  await stopEsbuild()
  const port = await freePort()
  const child = spawn(process.execPath, [...REALTIME_FLAGS, outfile], {
    env: { ...process.env, ...REALTIME_ENV, REALTIME_PORT: `${port}`, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  await new Promise<void>((resolve) => child.stdout.on('data', (text) => /ready/.test(text) && resolve()))
  const pid = child.pid ?? 0
  return {
    port,
    cpuMs: () => cpuMsOf(pid),
    memoryMb: () => memoryMbOf(pid),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
      rmSync(directory, { recursive: true })
    },
  }
}

const ticksASecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

function cpuMsOf(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number)
  return ((user + system) * 1000) / ticksASecond
}

function memoryMbOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1000
}
