import { expect, test } from 'vitest'
import { endOtherDevices } from '@/lib/auth/devices'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { kickMember } from '@/lib/rooms/members'
import { closeRoom } from '@/lib/rooms/mutations'
import { createParty, disconnected, joinedSocket, openSocket } from '../factories/room-sockets'
import { createSignedIn } from '../factories/signed-in'
import { realtimePort } from '../support/realtime'

const port = await realtimePort()

test('whose device was signed out commands nothing more, and is hung up on', async () => {
  const { room } = await createParty(60_000)
  const { user, cookie } = await createSignedIn()
  const data = { roomId: room.id, userId: user.id, personId: user.id, displayName: 'Maya', role: 'moderator' } as const
  await db().roomMember.create({ data })
  const client = await openSocket(port, cookie)
  expect((await client.ask('room:join', { code: room.code })).ok).toBe(true)
  const end = disconnected(client)
  await endOtherDevices({ userId: user.id, deviceId: crypto.randomUUID() })
  expect((await client.ask('playback:command', { action: 'play' })).error?.code).toBe('session_ended')
  expect(await end).toBe('io server disconnect')
  const again = await openSocket(port, cookie)
  expect((await again.ask('room:join', { code: room.code })).error?.code).toBe('session_ended')
  again.close()
})

test('every tab of someone who is kicked is told, hears nothing more and may not come back in', async () => {
  const { room, host, moderator, listener } = await createParty(60_000)
  const [tab, otherTab] = [await joinedSocket(port, room, listener), await joinedSocket(port, room, listener)]
  const witness = await joinedSocket(port, room, moderator)
  await kickMember({ memberId: host.id, targetId: listener.id, ban: true })
  await expect.poll(() => witness.events.length).toBe(1)
  await commandPlayback({ roomId: room.id, memberId: moderator.id, action: 'play' })
  await expect.poll(() => witness.events.length).toBe(2)
  const removal = [expect.objectContaining({ type: 'member:left', memberId: listener.id, reason: 'banned' })]
  expect(tab.events).toEqual(removal)
  expect(otherTab.events).toEqual(removal)
  expect((await tab.ask('playback:command', { action: 'play' })).error?.code).toBe('not_member')
  expect((await tab.ask('room:join', { code: room.code })).error?.code).toBe('banned')
  for (const client of [tab, otherTab, witness]) client.close()
})

test('after room:leave no events come, and a second room replaces the first', async () => {
  const first = await createParty(60_000)
  const second = await createParty(60_000)
  await db().roomMember.create({
    data: {
      roomId: second.room.id,
      guestId: first.listener.guestId,
      personId: first.listener.personId,
      displayName: 'Lena',
    },
  })
  const client = await joinedSocket(port, first.room, first.listener)
  expect((await client.ask('room:join', { code: second.room.code })).ok).toBe(true)
  await commandPlayback({ roomId: first.room.id, memberId: first.moderator.id, action: 'play' })
  await commandPlayback({ roomId: second.room.id, memberId: second.moderator.id, action: 'play' })
  await expect.poll(() => client.events.length).toBe(1)
  expect(await client.ask('room:leave')).toEqual({ ok: true })
  await commandPlayback({ roomId: second.room.id, memberId: second.moderator.id, action: 'pause' })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(client.events).toMatchObject([{ playback: { queueId: second.streams[0]?.queueId } }])
  client.close()
})

test('closing the room tells everyone and ends their membership in it', async () => {
  const { room, host, moderator, listener } = await createParty(60_000)
  const clients = [await joinedSocket(port, room, moderator), await joinedSocket(port, room, listener)]
  const viewer = { kind: 'user', userId: host.userId ?? '', username: '', displayName: '', role: 'user' } as const
  await closeRoom({ code: room.code, viewer })
  for (const client of clients) {
    await expect.poll(() => client.events.map(({ type }) => type)).toEqual(['room:closed'])
    expect((await client.ask('playback:command', { action: 'play' })).error?.code).toBe('not_member')
    client.close()
  }
})
