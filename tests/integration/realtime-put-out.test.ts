import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { RoomEvent } from '@/lib/events'
import { joinRoom, kickMember, leaveRoom } from '@/lib/rooms/members'
import { joinMessage } from '@/server/realtime/room-join'
import { roomParts } from '@/server/realtime/room-parts'
import type { RealtimeSocket } from '@/server/realtime/socket'
import { cookieOf, createParty, joinedSocket, openSocket } from '../factories/room-sockets'
import { createGuest } from '../factories/rooms'
import { realtimePort } from '../support/realtime'
import { granted } from '../support/results'

const port = await realtimePort()

/** What room:join needs of a socket. */
async function imaginedSocket(member: { guestId: string | null }) {
  const headers = { cookie: await cookieOf(member) }
  const socket = { data: {}, connected: true, handshake: { headers, address: '127.0.0.1' }, leave() {}, join() {} }
  return socket as unknown as RealtimeSocket
}

test('who is put out while the room is being read for them is told so, and not that they are in', async () => {
  const { room, listener } = await createParty()
  const parts = roomParts(
    () => {},
    () => 0,
  )
  const begin = parts.relay.begin.bind(parts.relay)
  // The snapshot has been read; the next event is here before it is answered.
  parts.relay.begin = (roomId, version) => {
    begin(roomId, version)
    parts.relay.take(roomId, {
      type: 'member:left',
      version: version + 1,
      memberId: listener.id,
      reason: 'kicked',
    } satisfies RoomEvent)
  }
  const socket = await imaginedSocket(listener)
  const call = { socket, message: { code: room.code }, receivedAt: 0, afterwards: () => {} }
  expect(await joinMessage(parts).handle(call)).toMatchObject({ ok: false, refusal: { code: 'too_soon' } })
  expect(socket.data.place).toBeUndefined()
  parts.timers.stop()
  parts.recounts.stop()
})

test('who left and came back elsewhere gets the room, and not the news of their leaving', async () => {
  const { room, moderator, listener } = await createParty()
  const witness = await joinedSocket(port, room, moderator)
  const { snapshot, close } = await joinedSocket(port, room, listener)
  close()
  granted(await leaveRoom({ memberId: listener.id }))
  const viewer = { kind: 'guest' as const, guestId: listener.guestId ?? '' }
  granted(await joinRoom({ code: room.code, viewer }))
  await expect.poll(() => witness.events).toHaveLength(2)
  const back = await openSocket(port, await cookieOf(listener))
  const known = { code: room.code, version: snapshot.version, memberId: listener.id }
  expect(await back.ask('room:join', known)).toMatchObject({ ok: true, me: { memberId: listener.id } })
  for (const client of [witness, back]) client.close()
})

test('who is somebody else by now gets the room as it is for them', async () => {
  const { room, moderator, listener } = await createParty()
  const other = await createGuest(room.id)
  const witness = await joinedSocket(port, room, moderator)
  const { version } = witness.snapshot
  const back = await openSocket(port, await cookieOf(other))
  const asBefore = await back.ask('room:join', { code: room.code, version, memberId: other.id })
  expect(asBefore).toMatchObject({ ok: true, missed: [] })
  const asOther = await back.ask('room:join', { code: room.code, version, memberId: listener.id })
  expect(asOther).toMatchObject({ ok: true, me: { memberId: other.id } })
  for (const client of [witness, back]) client.close()
})

test('who was put out while away is told so when they come back', async () => {
  const { room, host, moderator, listener } = await createParty()
  const witness = await joinedSocket(port, room, moderator)
  const { snapshot, close } = await joinedSocket(port, room, listener)
  close()
  granted(await kickMember({ memberId: host.id, targetId: listener.id }))
  const back = await openSocket(port, await cookieOf(listener))
  const known = { code: room.code, version: snapshot.version, memberId: listener.id }
  expect((await back.ask('room:join', known)).error?.code).toBe('not_member')
  expect(await db().roomMember.count({ where: { id: listener.id, leftAt: null } })).toBe(0)
  for (const client of [witness, back]) client.close()
})
