import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeBus, subscribe } from '@/lib/bus'
import type { Steps } from '@/lib/playback/step'
import type { RealtimeSocket } from '@/server/realtime/socket'
import { stepMessage } from '@/server/realtime/steps'
import { createParty, joinedSocket, openSocket, type RoomSocket } from '../factories/room-sockets'
import { realtimePort } from '../support/realtime'

const [here, there] = [await realtimePort(), await realtimePort()]

afterAll(closeBus)

function stepsHeardBy({ socket }: RoomSocket) {
  const heard: Steps[] = []
  socket.on('steps', (steps: Steps) => heard.push(steps))
  return heard
}

test('the host sees who is out of step, through whichever process, in one message a second; other rooms do not', async () => {
  const { room, moderator, listener } = await createParty(60_000)
  const elsewhere = await createParty(60_000)
  const late = await joinedSocket(here, room, listener)
  const host = await joinedSocket(there, room, moderator)
  const stranger = await joinedSocket(here, elsewhere.room, elsewhere.listener)
  const [told, overheard] = [stepsHeardBy(host), stepsHeardBy(stranger)]
  for (const syncMs of [1.234, 12, 38.44]) expect(await late.ask('sync:report', { syncMs })).toEqual({ ok: true })
  await host.ask('sync:report', { syncMs: 0.4 })
  await expect.poll(() => Object.assign({}, ...told)).toEqual({ [listener.id]: 38.4, [moderator.id]: 0.4 })
  expect(told.length).toBeLessThan(3)
  await late.ask('sync:report', { syncMs: null })
  await expect.poll(() => told.at(-1)).toEqual({ [listener.id]: null })
  expect(overheard).toEqual([])
  for (const client of [late, host, stranger]) client.close()
})

test('a crowd that falls silent is no news, but for those who were out of step', async () => {
  const roomId = randomUUID()
  const told: Steps[] = []
  const stop = await subscribe((news) => 'steps' in news && news.roomId === roomId && told.push(news.steps))
  const crowd = Array.from({ length: 400 }, () => {
    const place = { roomId, memberId: randomUUID(), isScreen: false, isSilent: false }
    return { data: { place } } as unknown as RealtimeSocket
  })
  const { handle } = stepMessage({ socketsIn: () => crowd })
  const report = (sockets: RealtimeSocket[], syncMs: number | null) =>
    Promise.all(sockets.map((socket) => handle({ socket, message: { syncMs }, receivedAt: 0, afterwards: () => {} })))
  const late = crowd.slice(0, 300)
  await report(late, 55.5)
  await report(crowd.slice(300), 1)
  await expect.poll(() => Object.keys(Object.assign({}, ...told))).toHaveLength(late.length)
  // Each small enough for the bus.
  expect(told.length).toBe(3)
  told.length = 0
  await report(crowd, null)
  await report(crowd, null)
  const whoWasLate = late.map(({ data }) => data.place?.memberId)
  await expect.poll(() => Object.keys(Object.assign({}, ...told)).sort()).toEqual(whoWasLate.sort())
  await stop()
})

test('who is in no room reports to nobody', async () => {
  const client = await openSocket(here)
  expect((await client.ask('sync:report', { syncMs: 1 })).error?.code).toBe('not_member')
  client.close()
})
