import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { positionAt } from '@/lib/playback/state'
import { upvoteStream } from '@/lib/queue/mutations'
import { closeRoom } from '@/lib/rooms/mutations'
import { cookieOf, createParty, joinedSocket, openSocket } from '../factories/room-sockets'
import { createGuest } from '../factories/rooms'
import { createSignedIn } from '../factories/signed-in'
import { realtimePort } from '../support/realtime'

const port = await realtimePort()

test('joining answers with the snapshot as the member sees it', async () => {
  const { room, moderator, streams } = await createParty(60_000, 60_000)
  await upvoteStream({ memberId: moderator.id, streamId: streams[1]?.streamId ?? '' })
  const { snapshot, close } = await joinedSocket(port, room, moderator)
  expect(snapshot.me).toMatchObject({ memberId: moderator.id, role: 'moderator', isGuest: true })
  expect(snapshot.queue.map(({ votedByMe }) => votedByMe)).toEqual([true, false])
  expect(snapshot.listening).toEqual([moderator.id])
  expect(snapshot.version).toBe(3)
  close()
})

test('a signed-in host joins with the session cookie, and codes are read in any case', async () => {
  const { room } = await createParty()
  const { user, cookie } = await createSignedIn()
  const data = { roomId: room.id, userId: user.id, personId: user.id, displayName: 'Maya' } as const
  const member = await db().roomMember.create({ data })
  const client = await openSocket(port, cookie)
  const answer = await client.ask('room:join', { code: room.code.toLowerCase() })
  expect(answer).toMatchObject({ ok: true, me: { memberId: member.id } })
  client.close()
})

test('whose room it is hosts it again by connecting, whoever took over', async () => {
  const { room, host, moderator, listener } = await createParty()
  const { user, cookie } = await createSignedIn()
  await db().room.update({ where: { id: room.id }, data: { hostId: user.id } })
  const owner = { role: 'moderator', userId: user.id, personId: user.id } as const
  await db().roomMember.update({ where: { id: host.id }, data: owner })
  await db().roomMember.update({ where: { id: moderator.id }, data: { role: 'host' } })
  const witness = await joinedSocket(port, room, listener)
  const client = await openSocket(port, cookie)
  const answer = await client.ask('room:join', { code: room.code })
  expect(answer).toMatchObject({ ok: true, me: { memberId: host.id, role: 'host' } })
  await expect
    .poll(() => witness.events)
    .toMatchObject([
      { type: 'member:changed', member: { memberId: moderator.id, role: 'moderator' } },
      { type: 'member:changed', member: { memberId: host.id, role: 'host', isOwner: true } },
    ])
  witness.close()
  client.close()
})

test('who may not be in the room is refused with the reason', async () => {
  const { room, listener } = await createParty()
  const banned = await createGuest(room.id)
  await db().roomMember.update({ where: { id: banned.id }, data: { leftAt: new Date(), bannedAt: new Date() } })
  const { room: closed, host, listener: late } = await createParty()
  const viewer = { kind: 'user', userId: host.userId ?? '', username: '', displayName: '', role: 'user' } as const
  expect((await closeRoom({ code: closed.code, viewer })).ok).toBe(true)

  const codeFor = async (code: string, cookie?: string) => {
    const client = await openSocket(port, cookie)
    const answer = await client.ask('room:join', { code })
    const refusedCommand = await client.ask('playback:command', { action: 'pause' })
    client.close()
    expect(refusedCommand.error?.code).toBe('not_member')
    return answer.error?.code
  }
  expect(await codeFor(room.code)).toBe('not_member')
  expect(await codeFor(room.code, await cookieOf({ guestId: randomUUID() }))).toBe('not_member')
  expect(await codeFor(room.code, (await cookieOf(listener)).replace(/.$/, '~'))).toBe('not_member')
  expect(await codeFor(room.code, await cookieOf(banned))).toBe('banned')
  expect(await codeFor(closed.code, await cookieOf(late))).toBe('room_closed')
  expect(await codeFor('ZZZZZZ', await cookieOf(listener))).toBe('room_not_found')
  expect(await codeFor('', await cookieOf(listener))).toBe('room_not_found')
})

test('codes cannot be found by trying', async () => {
  const { listener } = await createParty()
  const client = await openSocket(port, await cookieOf(listener))
  const answers = await Promise.all(Array.from({ length: 40 }, () => client.ask('room:join', { code: 'AAAAAA' })))
  expect(answers.at(-1)?.error?.code).toBe('rate_limited')
  client.close()
})

test('nor by trying as many guests from one address', async () => {
  const { room, moderator } = await createParty()
  const address = { 'x-forwarded-for': '203.0.113.7' }
  const tryAs = async () => {
    const client = await openSocket(port, await cookieOf({ guestId: randomUUID() }), address)
    const answers = await Promise.all(Array.from({ length: 25 }, () => client.ask('room:join', { code: 'AAAAAA' })))
    client.close()
    return answers.at(-1)?.error?.code
  }
  for (let guests = 0; guests < 24; guests++) expect(await tryAs()).toBe('room_not_found')
  expect(await tryAs()).toBe('rate_limited')
  const member = await openSocket(port, await cookieOf(moderator), address)
  expect((await member.ask('room:join', { code: room.code })).ok).toBe(true)
  member.close()
})

test('the page of another site gets no socket', async () => {
  await expect(openSocket(port, undefined, { origin: 'https://elsewhere.example' })).rejects.toThrow()
  await expect(openSocket(port, undefined, { origin: 'null' })).rejects.toThrow()
  const own = await openSocket(port, undefined, { origin: `http://127.0.0.1:${port}` })
  own.close()
  const forwarded = { origin: 'https://earshot.example', 'x-forwarded-host': 'earshot.example' }
  const behindProxy = await openSocket(port, undefined, forwarded)
  behindProxy.close()
})

test('a late joiner lands at the right position', async () => {
  const { room, moderator, listener } = await createParty(60_000)
  await commandPlayback({ roomId: room.id, memberId: moderator.id, action: 'play' })
  await commandPlayback({ roomId: room.id, memberId: moderator.id, action: 'seek', positionMs: 20_000 })
  await new Promise((resolve) => setTimeout(resolve, 600))
  const { snapshot, ask, close } = await joinedSocket(port, room, listener)
  const { t2 } = await ask('clock:ping', { t0: 0 })
  const position = positionAt(snapshot.playback, Number(t2))
  expect(position).toBeGreaterThan(20_000 + 300)
  expect(position).toBeLessThan(20_000 + 2000)
  expect(snapshot.nowPlaying?.queueId).toBe(snapshot.playback.queueId)
  close()
})
