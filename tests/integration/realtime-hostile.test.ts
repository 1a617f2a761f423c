import { expect, test } from 'vitest'
import { cookieOf, createParty, disconnected, joinedSocket, openSocket } from '../factories/room-sockets'
import { realtimePort } from '../support/realtime'

const port = await realtimePort()

async function attackedParty() {
  const { room, moderator, listener } = await createParty(60_000)
  const witness = await joinedSocket(port, room, listener)
  const attacker = await joinedSocket(port, room, moderator)
  await expect.poll(() => witness.presences.at(-1)?.listening.length).toBe(2)
  const told = () => [witness.events.length, witness.reactions.length]
  return { attacker, witness, told }
}

const WRONG: Record<string, unknown[]> = {
  'room:join': [
    undefined,
    null,
    'ABCDEF',
    ['ABCDEF'],
    {},
    { code: ['ABCDEF'] },
    { code: 7 },
    { code: 'A'.repeat(5000) },
  ],
  'clock:ping': [undefined, 5, [], {}, { t0: '1' }, { t0: null }, { t0: [1] }],
  'playback:command': [
    undefined,
    'play',
    ['play'],
    {},
    { action: 'stop' },
    { action: ['play'] },
    { action: 'seek' },
    { action: 'seek', positionMs: null },
    { action: 'seek', positionMs: -1 },
    { action: 'seek', positionMs: '1000' },
    { action: 'seek', positionMs: Number.NaN },
    { action: 'seek', positionMs: { $gt: 0 } },
    { action: 'skip', queueId: 'none' },
  ],
  'chat:send': [
    undefined,
    'hello',
    ['hello'],
    {},
    { text: ['hello', 'you'] },
    { text: { length: 3 } },
    { text: 7 },
    { text: null },
    { text: '   ' },
    { text: 'x'.repeat(90_000) },
    { text: 'hello', messageId: 'mine' },
  ],
  'skip:vote': ['skip', ['skip'], { isWanted: 'yes' }, { queueId: 7 }, { queueId: ['a'] }],
  'sound:set': [undefined, true, [true], {}, { isSilent: 'no' }, { isSilent: [true] }],
  'sync:report': [undefined, 5, [5], {}, { syncMs: '5' }, { syncMs: [5] }, { syncMs: 1e9 }, { syncMs: { valueOf: 5 } }],
  'reaction:send': [undefined, 'fire', { kind: ['fire'] }, { kind: { toString: 'fire' } }, { kind: '<img src=x>' }],
}

test.for(Object.keys(WRONG))('wrong content in %s is an error to the sender alone', async (event) => {
  const { attacker, witness, told } = await attackedParty()
  const before = told()
  for (const content of WRONG[event] ?? []) {
    const answer = await attacker.ask(event, ...(content === undefined ? [] : [content]))
    expect(answer, JSON.stringify(content)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(answer.error?.message).toBeTruthy()
  }
  expect(attacker.socket.connected).toBe(true)
  expect(told()).toEqual(before)
  expect(witness.socket.connected).toBe(true)
  attacker.close()
  witness.close()
})

test('unknown messages are answered, whatever their name', async () => {
  const { attacker, witness } = await attackedParty()
  for (const name of ['chat:sent', 'error', 'constructor', '__proto__', 'toString', '']) {
    expect(await attacker.ask(name, { text: ['a', 'b'] })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  }
  expect(witness.socket.connected).toBe(true)
  attacker.close()
  witness.close()
})

test('nobody needs to ask for an answer', async () => {
  const { attacker, witness } = await attackedParty()
  for (const [event, contents] of Object.entries(WRONG)) {
    for (const content of contents) attacker.socket.emit(event, content)
  }
  attacker.socket.emit('playback:command', { action: 'play' }, 'not a function', 7)
  attacker.socket.emit('playback:command', { action: 'play' })
  await expect.poll(() => witness.events.map(({ type }) => type)).toEqual(['playback:changed'])
  attacker.close()
  witness.close()
})

test('a message of a megabyte ends the connection that sent it, whichever it is, and no other', async () => {
  const { room, moderator, listener } = await createParty(60_000)
  const witness = await joinedSocket(port, room, listener)
  const megabyte = 'x'.repeat(1_000_000)
  await Promise.all(
    Object.keys(WRONG).map(async (event) => {
      const attacker = await openSocket(port, await cookieOf(moderator))
      const end = disconnected(attacker)
      attacker.socket.emit(event, { code: megabyte, kind: megabyte, text: megabyte, action: megabyte })
      await end
      attacker.close()
    }),
  )
  expect((await witness.ask('clock:ping', { t0: 1 })).ok).toBe(true)
  expect(witness.events).toEqual([])
  witness.close()
})

test('a flood ends the connection that sends it, and no other', async () => {
  const { attacker, witness } = await attackedParty()
  const end = disconnected(attacker)
  for (let count = 0; count < 1000; count++) attacker.socket.emit('clock:ping', { t0: count })
  await end
  attacker.close()
  expect((await witness.ask('clock:ping', { t0: 1 })).ok).toBe(true)
  witness.close()
})

test('more commands than a person can give are refused', async () => {
  const { attacker, witness } = await attackedParty()
  const answers = await Promise.all(
    Array.from({ length: 80 }, () => attacker.ask('playback:command', { action: 'play' })),
  )
  expect(answers.at(-1)?.error?.code).toBe('rate_limited')
  expect(answers[0]?.ok).toBe(true)
  attacker.close()
  witness.close()
})

test('who has joined no room commands nothing', async () => {
  const client = await openSocket(port)
  expect((await client.ask('playback:command', { action: 'play' })).error?.code).toBe('not_member')
  expect((await client.ask('reaction:send', { kind: 'fire' })).error?.code).toBe('not_member')
  expect(await client.ask('room:leave')).toEqual({ ok: true })
  client.close()
})

test('only health and media are served over HTTP', async () => {
  const health = await fetch(`http://127.0.0.1:${port}/health`)
  expect([health.status, (await health.json()).status]).toEqual([200, 'ok'])
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
  expect((await fetch(`http://127.0.0.1:${port}/media/nothing/high.m4a`)).status).toBe(404)
  expect((await fetch(`http://127.0.0.1:${port}/socket.io/socket.io.js`)).status).toBe(400)
})
