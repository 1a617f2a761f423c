import { expect, test } from 'vitest'
import type { Steps } from '@/lib/playback/step'
import { createParty, joinedSocket, openSocket, type RoomSocket } from '../factories/room-sockets'
import { realtimePort } from '../support/realtime'

const [here, there] = [await realtimePort(), await realtimePort()]

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

test('who is in no room reports to nobody', async () => {
  const client = await openSocket(here)
  expect((await client.ask('sync:report', { syncMs: 1 })).error?.code).toBe('not_member')
  client.close()
})
