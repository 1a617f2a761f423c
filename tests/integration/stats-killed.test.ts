import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { db } from '@/lib/db'
import { startIfIdle } from '@/lib/playback/mutations'
import { differences } from '@/lib/stats/verify'
import { copiesOf } from '../factories/copies'
import { createScene, EVENTS, type EventName, type Scene, tallyOf } from '../factories/scenes'
import '../support/bus-events'
import type { Answer, Order } from './stats-killed-process'

const NAMES = Object.keys(EVENTS) as EventName[]
/** Each event that is held keeps its connection. */
const CONNECTIONS = 150

function startProcess() {
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.searchParams.set('application_name', 'killed')
  const child = fork('tests/integration/stats-killed-process.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: url.href, DATABASE_POOL: `${CONNECTIONS}` },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const tell = async (order: Order): Promise<Answer> => {
    child.send(order)
    const [answer] = await once(child, 'message')
    return answer
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
    // What its connections were at is over when PostgreSQL has noticed.
    const isGone = async () =>
      db().$queryRaw`SELECT 1 FROM pg_stat_activity WHERE application_name = 'killed' AND datname = current_database()`
    await expect.poll(isGone).toEqual([])
  }
  return { tell, kill }
}

test('a process that is killed between any two statements of an event leaves all of it or nothing', {
  timeout: 300_000,
}, async () => {
  const child = startProcess()
  const undisturbed = new Map<EventName, Awaited<ReturnType<typeof tallyOf>>>()
  const killed: { event: EventName; holdAt: number; scene: Scene }[] = []
  for (const event of NAMES) {
    const whole = await createScene(event)
    const { statements } = await child.tell({ event, scene: whole, holdAt: null })
    undisturbed.set(event, await tallyOf(whole.roomId))
    for (const [i, scene] of (await copiesOf(await createScene(event), statements)).entries()) {
      const holdAt = i + 1
      const answer = await child.tell({ event, scene, holdAt })
      expect(answer, `${event}, ${holdAt}`).toEqual({ statements: holdAt - 1, isHeld: true })
      killed.push({ event, holdAt, scene })
    }
  }
  expect(await differences()).toEqual([])
  await child.kill()
  expect(await differences()).toEqual([])
  // Whoever goes on where the killed one stopped: in the end it has happened once.
  for (const { event, holdAt, scene } of killed) {
    await EVENTS[event](scene)
    // Realtime does so every few seconds.
    await startIfIdle(scene.roomId)
    expect(await tallyOf(scene.roomId), `${event}, ${holdAt}`).toEqual(undisturbed.get(event))
  }
  expect(await differences()).toEqual([])
  expect(killed.length).toBeGreaterThan(60)
})
