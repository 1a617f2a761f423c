import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { clearQuietCounts } from '@/lib/stats/clean-up'
import { rebuildAll } from '@/lib/stats/rebuild-all'
import { differences } from '@/lib/stats/verify'
import { createCrowd } from '../factories/crowd'
import '../support/bus-events'
import type { Start } from './stats-chaos-process'

const CLIENTS = 50
const PROCESSES = 2
const ROUND_MS = 2_000
/** A process starts slowly where much else runs. */
const PATIENTLY = { timeout: 90_000 }

const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

function startProcess(start: Start): ChildProcess {
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.searchParams.set('application_name', 'chaos')
  const child = fork('tests/integration/stats-chaos-process.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: url.href },
  })
  children.push(child)
  child.send(start)
  return child
}

async function kill(child: ChildProcess | undefined) {
  expect(child?.exitCode, 'It died by itself.').toBe(null)
  child?.kill('SIGKILL')
  if (child) await once(child, 'exit')
}

const versions = async () => (await db().room.aggregate({ _sum: { version: true } }))._sum.version ?? 0

/** Ends the connections that are in the middle of a transaction just now. */
const breakConnections = () => db().$queryRaw`
  SELECT pg_terminate_backend("pid")::text FROM pg_stat_activity
  WHERE application_name = 'chaos' AND datname = current_database() AND xact_start IS NOT NULL`

test('50 people at once while processes and connections are killed under them: not one number is wrong', {
  timeout: 300_000,
}, async () => {
  const start = { crowd: await createCrowd({ rooms: 4, guests: 12, songs: 12 }), clients: CLIENTS / PROCESSES }
  let [victim, survivor] = [startProcess(start), startProcess(start)]
  await expect.poll(versions, PATIENTLY).toBeGreaterThan(20)
  for (let round = 0; round < 3; round++) {
    await sleep(ROUND_MS / 2)
    await breakConnections()
    // The jobs and the commands of whoever looks after it, meanwhile.
    await clearQuietCounts()
    if (round === 1) await rebuildAll()
    await sleep(ROUND_MS / 2)
    await kill(victim)
    // Every number is as true while the others go on.
    expect(await differences()).toEqual([])
    ;[victim, survivor] = [survivor, startProcess(start)]
  }
  const before = await versions()
  await expect.poll(versions, PATIENTLY).toBeGreaterThan(before + 20)
  await Promise.all([kill(victim), kill(survivor)])
  const open = () =>
    db().$queryRaw`SELECT 1 FROM pg_stat_activity WHERE application_name = 'chaos' AND datname = current_database()`
  await expect.poll(open).toEqual([])
  expect(await differences()).toEqual([])
  const counts = await Promise.all([db().upvote.count(), db().streamPlay.count(), db().roomQueue.count()])
  expect(Math.min(...counts)).toBeGreaterThan(0)
})
