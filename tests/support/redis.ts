import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/server/postgres.mjs'
import { findProgram } from './on-path.mjs'

/** `test.skipIf(!redisServerPath)` */
export const redisServerPath = findProgram('redis-server')

export type TestRedis = {
  url: string
  /** Ends the process as a crash would. */
  kill: () => Promise<void>
  /** Starts it again, empty, on the same port. */
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** A Redis of its own for the caller, on a free port of 127.0.0.1, that keeps nothing on disk. */
export async function startRedis(): Promise<TestRedis> {
  const program = redisServerPath
  if (!program) throw new Error('Redis is missing: install the package redis-server.')
  const directory = await mkdtemp(path.join(tmpdir(), 'earshot-redis-'))
  const port = await freePort()
  let server: ChildProcess

  const start = async () => {
    const flags = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', directory]
    server = spawn(program, flags, { stdio: 'ignore' })
    try {
      await untilReachable(port)
    } catch (error) {
      server.kill('SIGKILL')
      throw error
    }
  }
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill(signal)
    await gone
  }

  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => end('SIGKILL'),
    start,
    stop: async () => {
      await end('SIGTERM')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function untilReachable(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await isReachable(port)) return
    await sleep(25)
  }
  throw new Error(`Redis did not start on port ${port}.`)
}

function isReachable(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => socket.end(() => resolve(true)))
    socket.once('error', () => resolve(false))
  })
}
