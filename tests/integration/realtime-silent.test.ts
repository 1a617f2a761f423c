import { expect, test } from 'vitest'
import { joinRoom } from '@/lib/rooms/members'
import { roomPreview, roomSnapshot } from '@/lib/rooms/queries'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { cookieOf, createParty, joinedSocket, openSocket } from '../factories/room-sockets'
import { createGuest } from '../factories/rooms'
import { realtimePort } from '../support/realtime'

const [port, secondPort] = [await realtimePort(), await realtimePort()]

const sorted = (...ids: string[]) => ids.sort()

test('who takes part without sound is here and does not listen, unless another browser of theirs plays', async () => {
  const { room, moderator, listener } = await createParty()
  const witness = await joinedSocket(port, room, moderator)
  const phone = await openSocket(port, await cookieOf(listener))
  await phone.ask('room:join', { code: room.code, isSilent: true })
  const heard = async () =>
    (await roomSnapshot({ roomId: room.id, viewer: { kind: 'guest', guestId: listener.guestId ?? '' } })) as {
      value?: RoomSnapshot
    }
  await expect.poll(() => witness.presences.at(-1)).toEqual({ listening: [moderator.id], silent: [listener.id] })
  await expect.poll(async () => (await heard()).value).toMatchObject({ silent: [listener.id] })
  const laptop = await joinedSocket(secondPort, room, listener)
  const both = sorted(moderator.id, listener.id)
  await expect.poll(() => witness.presences.at(-1)).toEqual({ listening: both, silent: [] })
  await laptop.ask('sound:set', { isSilent: true })
  await expect.poll(() => witness.presences.at(-1)).toEqual({ listening: [moderator.id], silent: [listener.id] })
  await phone.ask('sound:set', { isSilent: false })
  await expect.poll(() => witness.presences.at(-1)).toEqual({ listening: both, silent: [] })
  await expect.poll(async () => (await heard()).value?.listening).toContain(listener.id)
  for (const client of [witness, phone, laptop]) client.close()
})

test('a big screen joins without a name, is told apart from people, and never counts as listening', async () => {
  const { room, moderator } = await createParty()
  const witness = await joinedSocket(port, room, moderator)
  const joined = await joinRoom({ code: room.code, viewer: { kind: 'nobody' }, isScreen: true })
  if (!joined.ok) throw new Error(joined.refusal.message)
  const { memberId, newGuestId: guestId } = joined.value
  expect(await roomPreview(room.code)).toMatchObject({ value: { listening: 3 } })
  const screen = await openSocket(port, await cookieOf({ guestId }))
  const snapshot = await screen.ask('room:join', { code: room.code })
  expect(snapshot.members).toContainEqual(expect.objectContaining({ memberId, isScreen: true, role: 'listener' }))
  await screen.ask('sound:set', { isSilent: false })
  await expect.poll(() => witness.presences.at(-1)).toEqual({ listening: [moderator.id], silent: [memberId] })
  expect(await roomPreview(room.code)).toMatchObject({ value: { listening: 3 } })
  const viewer = { kind: 'guest', guestId: guestId ?? '' } as const
  expect(await joinRoom({ code: room.code, viewer })).toMatchObject({ refusal: { code: 'invalid_input' } })
  expect(await joinRoom({ code: room.code, viewer, displayName: 'Ruth' })).toMatchObject({ value: { memberId } })
  await expect.poll(() => witness.events.at(-1)).toMatchObject({ member: { displayName: 'Ruth', isScreen: false } })
  expect(await joinRoom({ code: room.code, viewer, isScreen: true })).toMatchObject({ value: { memberId } })
  for (const client of [witness, screen]) client.close()
})

test('sixty people are in one room: each hears of all, and one message reaches everybody', async () => {
  const { room, moderator } = await createParty()
  const guests = await Promise.all(Array.from({ length: 60 }, (_, n) => createGuest(room.id, { displayName: `G${n}` })))
  const clients = await Promise.all(guests.map((guest, n) => joinedSocket(n % 2 ? port : secondPort, room, guest)))
  const host = await joinedSocket(port, room, moderator)
  expect(host.snapshot.members).toHaveLength(63)
  // Whoever comes last has it with the room itself.
  for (const { presences, snapshot } of [host, ...clients])
    await expect.poll(() => (presences.at(-1) ?? snapshot).listening).toHaveLength(61)
  expect(Math.max(...clients.map(({ presences }) => presences.length))).toBeLessThan(15)
  await host.ask('chat:send', { text: 'Hello all sixty' })
  for (const client of clients)
    await expect.poll(() => client.messages.map(({ text }) => text)).toEqual(['Hello all sixty'])
  for (const client of [host, ...clients]) client.close()
})
