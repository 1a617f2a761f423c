import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { build, stop } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { closeBus } from '@/lib/bus'
import { db } from '@/lib/db'
import type { RoomEvent } from '@/lib/events'
import { commandPlayback } from '@/lib/playback/mutations'
import { standings } from '@/lib/playback/queries'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { freePort } from '@/server/postgres.mjs'
import { startRealtime } from '@/server/realtime/start-realtime'
import { createParty, joinedSocket, type RoomSocket } from '../factories/room-sockets'

// Bundled as the product runs it. Inside the repository, so that it finds its packages.
const directory = await mkdtemp(path.resolve('node_modules/.earshot-'))
const program = path.join(directory, 'main.js')
await build({
  entryPoints: ['server/realtime/main.ts'],
  outfile: program,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
})
await stop()

const children: ChildProcess[] = []
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await closeBus()
  await rm(directory, { recursive: true })
})

async function startProcess(port: number, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, REALTIME_PORT: String(port), LOG_LEVEL: 'info', ...env },
  })
  children.push(child)
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  child.stderr.on('data', (text) => {
    output += text
  })
  const end = once(child, 'exit')
  while (child.exitCode === null && !output.includes('ready')) await new Promise((resolve) => setTimeout(resolve, 25))
  return { child, end, output: () => output }
}

const playedIn = ({ events }: RoomSocket) =>
  events.flatMap((event: RoomEvent) => (event.type === 'playback:changed' ? [event.playback] : []))

test('a command through one process reaches the sockets of the other, and exactly one of them advances', async () => {
  const realtimes = [await startRealtime({ port: 0 }), await startRealtime({ port: 0 })]
  const [here, there] = realtimes.map(({ port }) => port)
  const parties = await Promise.all(Array.from({ length: 6 }, () => createParty(1200, 1200, 60_000)))
  await Promise.all(
    parties.map(async ({ room, moderator, listener, streams }) => {
      const actor = await joinedSocket(here ?? 0, room, moderator)
      const other = await joinedSocket(there ?? 0, room, listener)
      await actor.ask('playback:command', { action: 'play' })
      await expect.poll(() => playedIn(other), { timeout: 8000 }).toHaveLength(3)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const played = playedIn(other)
      expect(played.map(({ queueId }) => queueId)).toEqual(streams.map(({ queueId }) => queueId))
      expect(playedIn(actor)).toEqual(played)
      const [standing] = await standings([room.id])
      expect(standing?.version).toBe(6)
      actor.close()
      other.close()
    }),
  )
  await Promise.all(realtimes.map(({ stop }) => stop()))
})

test('killed in the middle of a song and started again, it goes on where the room would be', async () => {
  const port = await freePort()
  const { room, moderator, listener, streams } = await createParty(60_000, 60_000)
  const first = await startProcess(port)
  const client = await joinedSocket(port, room, listener)
  await commandPlayback({ roomId: room.id, memberId: moderator.id, action: 'play' })
  await expect.poll(() => playedIn(client)).toHaveLength(1)
  first.child.kill('SIGKILL')
  await first.end

  // The rest of the song goes by while nobody serves the room.
  await db().room.update({ where: { id: room.id }, data: { positionAt: new Date(Date.now() - 90_000) } })
  const again = new Promise<void>((resolve) => client.socket.once('connect', resolve))
  const second = await startProcess(port)
  await again
  const joined = await client.ask('room:join', { code: room.code })
  expect(joined).toMatchObject({ ok: true, me: { memberId: listener.id } })
  // The room moves on when somebody comes in: just before the snapshot is read, or just after.
  const { playback } = joined as unknown as RoomSnapshot
  const newest = () => [...playedIn(client), playback].reduce((a, b) => (a.version > b.version ? a : b))
  await expect.poll(() => newest().queueId).toBe(streams[1]?.queueId)
  client.close()

  second.child.kill('SIGTERM')
  expect(await second.end).toEqual([0, null])
})

test('what keeps it from starting is one sentence and exit code 1', async () => {
  const taken = await startRealtime({ port: 0 })
  const failures: { port: number; env: Record<string, string>; words: RegExp }[] = [
    { port: taken.port, env: {}, words: /address already in use/ },
    { port: 0, env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }, words: /database|connect|ECONNREFUSED/i },
    { port: 0, env: { AUTH_SECRET: 'short' }, words: /AUTH_SECRET/ },
  ]
  for (const { port, env, words } of failures) {
    const { end, output } = await startProcess(port, env)
    expect(await end, output()).toEqual([1, null])
    const lines = output().trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '').msg).toMatch(words)
  }
  await taken.stop()
})
