import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { removeMessage, sendMessage } from '@/lib/chat/mutations'
import { roomMessages } from '@/lib/chat/queries'
import { KEPT_MESSAGES } from '@/lib/chat/schema'
import { db } from '@/lib/db'
import { kickMember } from '@/lib/rooms/members'
import { createParty, joinedSocket, openSocket } from '../factories/room-sockets'
import { realtimePort } from '../support/realtime'

const [port, secondPort] = [await realtimePort(), await realtimePort()]

const textsIn = async (roomId: string) => (await roomMessages({ roomId })).items.map(({ text }) => text)

test('what a guest says is kept when it is acknowledged, and reaches everybody, on every process', async () => {
  const { room, moderator, listener } = await createParty()
  const writer = await joinedSocket(port, room, listener)
  const reader = await joinedSocket(secondPort, room, moderator)
  const { ok, message } = await writer.ask('chat:send', { text: '  מזל טוב 🎉 see https://example.org/a?b=1  ' })
  expect(ok).toBe(true)
  const said = { displayName: 'Lena', memberId: listener.id, text: 'מזל טוב 🎉 see https://example.org/a?b=1' }
  expect(message).toMatchObject(said)
  expect((await roomMessages({ roomId: room.id })).items).toMatchObject([said])
  for (const client of [writer, reader]) await expect.poll(() => client.messages).toEqual([message])
  writer.close()
  reader.close()
})

test('a message that is sent again because its answer got lost is said once', async () => {
  const { room, listener, moderator } = await createParty()
  const messageId = randomUUID()
  const input = { memberId: listener.id, messageId, text: 'once' }
  const answers = await Promise.all([sendMessage(input), sendMessage(input), sendMessage(input)])
  for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { messageId, text: 'once' } })
  expect(await textsIn(room.id)).toEqual(['once'])
  const stolen = await sendMessage({ ...input, memberId: moderator.id, text: 'not mine' })
  expect(stolen).toMatchObject({ ok: false, refusal: { code: 'taken' } })
})

test('a room keeps its newest 200 messages, also when many write at once', async () => {
  const { room, host, listener, moderator } = await createParty()
  const createdAt = new Date(Date.now() - 60_000)
  const old = Array.from({ length: KEPT_MESSAGES }, (_, n) => ({ text: `old ${n}`, createdAt }))
  await db().roomMessage.createMany({ data: old.map((row) => ({ ...row, roomId: room.id, memberId: host.id })) })
  const writers = [listener.id, moderator.id, host.id]
  await Promise.all(
    Array.from({ length: 45 }, (_, n) => sendMessage({ memberId: writers[n % 3] ?? host.id, text: `new ${n}` })),
  )
  await sendMessage({ memberId: host.id, text: 'last' })
  expect(await db().roomMessage.count({ where: { roomId: room.id } })).toBe(KEPT_MESSAGES)
  const texts = await textsIn(room.id)
  expect(texts.at(-1)).toBe('last')
  expect(texts.filter((text) => text.startsWith('new'))).toHaveLength(45)
})

test('a message in a full room touches no other that is kept', async () => {
  const { room, host } = await createParty()
  const createdAt = new Date(Date.now() - 60_000)
  const old = Array.from({ length: KEPT_MESSAGES }, (_, n) => ({ text: `old ${n}`, createdAt }))
  await db().roomMessage.createMany({ data: old.map((row) => ({ ...row, roomId: room.id, memberId: host.id })) })
  await sendMessage({ memberId: host.id, text: 'one more' })
  const locked = await db().$queryRaw`
    SELECT "text" FROM "RoomMessage" WHERE "roomId" = ${room.id}::uuid AND xmax::text <> '0'`
  expect(locked).toEqual([])
  expect(await db().roomMessage.count({ where: { roomId: room.id } })).toBe(KEPT_MESSAGES)
})

test('people take out their own messages, moderators anybody’s, others none', async () => {
  const { room, host, moderator, listener } = await createParty()
  const witness = await joinedSocket(port, room, listener)
  const removed: unknown[] = []
  witness.socket.on('chat:removed', (news) => removed.push(news))
  const say = async (memberId: string) => {
    const sent = await sendMessage({ memberId, text: 'hello' })
    return sent.ok ? sent.value.messageId : ''
  }
  const [fromHost, mine, theirs] = [await say(host.id), await say(listener.id), await say(listener.id)]
  const take = (memberId: string, messageId: string) => removeMessage({ roomId: room.id, memberId, messageId })
  expect(await take(listener.id, fromHost)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  expect(await take(listener.id, mine)).toEqual({ ok: true, value: undefined })
  expect(await take(moderator.id, theirs)).toEqual({ ok: true, value: undefined })
  expect(await take(moderator.id, theirs)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  const stranger = await createParty()
  const outside = await removeMessage({ roomId: stranger.room.id, memberId: stranger.host.id, messageId: fromHost })
  expect(outside).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  await expect.poll(() => removed).toEqual([{ messageId: mine }, { messageId: theirs }])
  expect(await textsIn(room.id)).toEqual(['hello'])
  witness.close()
})

test('who was taken out or banned, and whose room is closed, says nothing', async () => {
  const { room, host, moderator, listener } = await createParty()
  const client = await joinedSocket(port, room, listener)
  await kickMember({ memberId: host.id, targetId: listener.id })
  await kickMember({ memberId: host.id, targetId: moderator.id, ban: true })
  await expect.poll(async () => (await client.ask('chat:send', { text: 'still here' })).error?.code).toBe('not_member')
  expect(await sendMessage({ memberId: listener.id, text: 'x' })).toMatchObject({ refusal: { code: 'not_member' } })
  expect(await sendMessage({ memberId: moderator.id, text: 'x' })).toMatchObject({ refusal: { code: 'banned' } })
  await db().room.update({ where: { id: room.id }, data: { closedAt: new Date() } })
  expect(await sendMessage({ memberId: host.id, text: 'x' })).toMatchObject({ refusal: { code: 'room_closed' } })
  expect(await textsIn(room.id)).toEqual([])
  client.close()
})

test('wrong chat messages are an error to the sender alone, who stays connected', async () => {
  const { room, moderator, listener } = await createParty()
  const witness = await joinedSocket(port, room, listener)
  const attacker = await joinedSocket(port, room, moderator)
  const wrong = [
    null,
    'hello',
    ['hello'],
    {},
    { text: null },
    { text: ['hello'] },
    { text: [['a'], ['b']] },
    { text: { toString: 'hello', length: 3 } },
    { text: 7 },
    { text: '' },
    { text: ' \n\t ' },
    { text: '\u0000\u0007' },
    { text: '\u200b\u200e\u202e' },
    { text: 'x'.repeat(501) },
    { text: 'x'.repeat(90_000) },
    { text: 'hello', messageId: 'not an id' },
    { text: 'hello', messageId: ['a'] },
  ]
  for (const content of wrong) {
    const answer = await attacker.ask('chat:send', content)
    expect(answer, JSON.stringify(content)?.slice(0, 60)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  }
  expect((await attacker.ask('chat:send', { text: 'a\u0000b\r\nc', memberId: listener.id })).message).toMatchObject({
    text: 'ab\nc',
    memberId: moderator.id,
  })
  await expect.poll(() => witness.messages.length).toBe(1)
  const flood = await Promise.all(Array.from({ length: 25 }, () => attacker.ask('chat:send', { text: 'more' })))
  expect(flood.at(-1)?.error?.code).toBe('rate_limited')
  expect(attacker.socket.connected).toBe(true)
  expect((await witness.ask('chat:send', { text: 'fine here' })).ok).toBe(true)
  const nobody = await openSocket(port)
  expect((await nobody.ask('chat:send', { text: 'hello' })).error?.code).toBe('not_member')
  for (const client of [nobody, witness, attacker]) client.close()
})
