import { expect, test } from 'vitest'
import { createParty, disconnected, joinedSocket } from '../factories/room-sockets'
import { createGuest } from '../factories/rooms'
import { realtimePort } from '../support/realtime'

const port = await realtimePort()

async function attackedParty() {
  const { room, moderator, listener } = await createParty(60_000)
  const witness = await joinedSocket(port, room, moderator)
  const attacker = await joinedSocket(port, room, listener)
  await expect.poll(() => witness.presences.at(-1)?.listening.length).toBe(2)
  const told = () => [
    witness.events.length,
    witness.reactions.length,
    witness.messages.length,
    witness.presences.length,
  ]
  return { room, attacker, witness, told }
}

const HUGE = 'x'.repeat(1_000_000)
const NAMES = ['room:join', 'room:leave', 'clock:ping', 'sound:set', 'playback:command', 'reaction:send', 'chat:send']

test('every message with a wrong type in any of its fields is an error to the sender alone, who stays connected (watchparty#1019)', async () => {
  const { room, attacker, witness, told } = await attackedParty()
  const before = told()
  const good: Record<string, Record<string, unknown>> = {
    'room:join': { code: room.code, isSilent: true },
    'sound:set': { isSilent: true },
    'playback:command': { action: 'seek', positionMs: 1 },
    'reaction:send': { kind: 'fire' },
    'chat:send': { text: 'hello', messageId: '3f2c9f52-7c0e-4f6e-9d0a-0b1c2d3e4f50' },
  }
  const odd: unknown[] = [null, ['a'], [['a']], { a: 1 }, { toString: 'a' }, Number.NaN, 1e308, 'x'.repeat(5000)]
  for (const [name, fields] of Object.entries(good))
    for (const field of Object.keys(fields))
      for (const value of odd) {
        const answer = await attacker.ask(name, { ...fields, [field]: value })
        // A text is a text, however long a single word of it.
        expect(answer, `${name} ${field} ${JSON.stringify(value)?.slice(0, 40)}`).toMatchObject({
          ok: false,
          error: { code: 'invalid_input', message: expect.any(String) },
        })
      }
  expect(attacker.socket.connected).toBe(true)
  expect(told()).toEqual(before)
  attacker.close()
  witness.close()
})

test('a refused action says so and does not disconnect (OTT#920)', async () => {
  const { room, attacker, witness } = await attackedParty()
  const refused = await attacker.ask('playback:command', { action: 'skip' })
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'forbidden', message: expect.stringMatching(/^Only .* skip/) },
  })
  expect(await attacker.ask('room:join', { code: 'ZZZZZZ' })).toMatchObject({ error: { code: 'room_not_found' } })
  expect(attacker.socket.connected).toBe(true)
  expect(await attacker.ask('chat:send', { text: 'still here' })).toMatchObject({ ok: true })
  await expect.poll(() => witness.messages.map(({ text }) => text)).toEqual(['still here'])
  expect((await attacker.ask('room:join', { code: room.code })).ok).toBe(true)
  attacker.close()
  witness.close()
})

test('a megabyte in any message ends the connection that sent it, and no other', async () => {
  const { room, attacker, witness } = await attackedParty()
  attacker.close()
  await Promise.all(
    NAMES.map(async (name) => {
      const client = await joinedSocket(port, room, await createGuest(room.id))
      const end = disconnected(client)
      client.socket.emit(name, { text: HUGE, code: HUGE, kind: HUGE, action: HUGE, isSilent: HUGE })
      await end
      client.close()
    }),
  )
  expect((await witness.ask('chat:send', { text: 'untouched' })).ok).toBe(true)
  witness.close()
})

test('what is no JSON ends the connection that sent it, and no other', async () => {
  const { room, attacker, witness } = await attackedParty()
  attacker.close()
  for (const frame of ['2[', '2["chat:send",{"text":', '9']) {
    const client = await joinedSocket(port, room, await createGuest(room.id))
    const end = disconnected(client)
    client.socket.io.engine.write(frame)
    await end
    client.close()
  }
  expect((await witness.ask('chat:send', { text: 'untouched' })).ok).toBe(true)
  witness.close()
})

test('a thousand messages at once reach the others as a few, and end the connection', async () => {
  const { attacker, witness } = await attackedParty()
  const end = disconnected(attacker)
  for (let count = 0; count < 1000; count++) attacker.socket.emit('chat:send', { text: `spam ${count}` })
  await end
  attacker.close()
  expect((await witness.ask('chat:send', { text: 'untouched' })).ok).toBe(true)
  await expect.poll(() => witness.messages.at(-1)?.text).toBe('untouched')
  expect(witness.messages.length).toBeLessThanOrEqual(21)
  witness.close()
})
