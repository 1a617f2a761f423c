import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { cookieOf, createParty, joinedSocket, openSocket } from '../factories/room-sockets'
import { createGuest } from '../factories/rooms'
import { realtimePort } from '../support/realtime'
import { granted } from '../support/results'

const [port, secondPort] = [await realtimePort(), await realtimePort()]

const sorted = (...ids: string[]) => ids.sort()

test('two tabs are one listener, until both are gone', async () => {
  const { room, moderator, listener } = await createParty()
  const witness = await joinedSocket(port, room, moderator)
  const tabs = [await joinedSocket(port, room, listener), await joinedSocket(port, room, listener)]
  const both = sorted(moderator.id, listener.id)
  await expect.poll(() => witness.presences.at(-1)?.listening).toEqual(both)
  expect(tabs[1]?.snapshot.listening).toEqual(both)
  tabs[0]?.close()
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(witness.presences.at(-1)?.listening).toEqual(both)
  tabs[1]?.close()
  await expect.poll(() => witness.presences.at(-1)?.listening).toEqual([moderator.id])
  witness.close()
})

test('a party that comes in at once is told of in few messages', async () => {
  const { room, moderator } = await createParty()
  const witness = await joinedSocket(port, room, moderator)
  const guests = await Promise.all(Array.from({ length: 30 }, () => createGuest(room.id)))
  const clients = await Promise.all(guests.map((guest) => joinedSocket(port, room, guest)))
  await expect.poll(() => witness.presences.at(-1)?.listening).toHaveLength(31)
  expect(witness.presences.length).toBeLessThan(10)
  for (const client of clients) client.close()
  const before = witness.presences.length
  await expect.poll(() => witness.presences.at(-1)?.listening).toEqual([moderator.id])
  expect(witness.presences.length - before).toBeLessThan(4)
  witness.close()
})

test('listeners of another process are listeners, also for who comes later', async () => {
  const { room, moderator, listener } = await createParty()
  const here = await joinedSocket(port, room, moderator)
  await expect.poll(() => here.presences.at(-1)?.listening).toEqual([moderator.id])
  const there = await joinedSocket(secondPort, room, listener)
  const both = sorted(moderator.id, listener.id)
  for (const client of [here, there]) await expect.poll(() => client.presences.at(-1)?.listening).toEqual(both)
  there.close()
  await expect.poll(() => here.presences.at(-1)?.listening).toEqual([moderator.id])
  here.close()
})

test('who connects is noted in the database', async () => {
  const { room, listener } = await createParty()
  const longAgo = new Date(Date.now() - 3_600_000)
  await db().roomMember.update({ where: { id: listener.id }, data: { lastSeenAt: longAgo } })
  const client = await joinedSocket(port, room, listener)
  const lastSeen = async () => (await db().roomMember.findUniqueOrThrow({ where: { id: listener.id } })).lastSeenAt
  await expect.poll(async () => (await lastSeen()).getTime()).toBeGreaterThan(Date.now() - 60_000)
  const first = await lastSeen()
  await expect.poll(async () => (await lastSeen()) > first, { timeout: 15_000, interval: 500 }).toBe(true)
  client.close()
})

test('a vote to skip is counted among those who are connected, and who hangs up counts no more', async () => {
  const { room, moderator, listener } = await createParty(180_000)
  granted(await commandPlayback({ roomId: room.id, memberId: moderator.id, action: 'play' }))
  const people = [await createGuest(room.id), moderator, listener]
  const [one, two, three] = await Promise.all(people.map((person) => joinedSocket(port, room, person)))
  await expect.poll(() => one?.presences.at(-1)).toMatchObject({ listening: { length: 3 } })
  expect(await three?.ask('skip:vote', {})).toMatchObject({ ok: true, votes: 1, needed: 2, isSkipped: false })
  await expect
    .poll(() => one?.events.at(-1))
    .toMatchObject({ type: 'skip:voted', memberId: listener.id, isWanted: true })
  expect((await three?.ask('skip:vote', { isWanted: 'yes' }))?.error?.code).toBe('invalid_input')
  one?.close()
  expect(two?.events.at(-1)).toMatchObject({ type: 'skip:voted' })
  // Not at once: who has lost a connection comes back in seconds.
  await expect.poll(() => two?.events.at(-1), { timeout: 15_000 }).toMatchObject({ type: 'playback:changed' })
  two?.close()
  three?.close()
})

test('in a crowd who comes is told of themselves and of whom the others were told', async () => {
  const { room, moderator } = await createParty()
  const witness = await joinedSocket(port, room, moderator)
  const guests = await Promise.all(Array.from({ length: 101 }, () => createGuest(room.id)))
  const crowd = await Promise.all(guests.map((guest) => joinedSocket(port, room, guest)))
  await expect.poll(() => witness.presences.at(-1)?.listening).toHaveLength(102)
  const told = witness.presences.at(-1)?.listening ?? []
  const [late, silent] = [await createGuest(room.id), await createGuest(room.id)]
  const heard = await joinedSocket(port, room, late)
  expect(sorted(...heard.snapshot.listening)).toEqual(sorted(...told, late.id))
  const quiet = await openSocket(port, await cookieOf(silent))
  const answer = await quiet.ask('room:join', { code: room.code, isSilent: true })
  expect(answer).toMatchObject({ ok: true, silent: [silent.id] })
  await expect.poll(() => witness.presences.at(-1)).toMatchObject({ silent: [silent.id] })
  expect(witness.presences.at(-1)?.listening).toEqual(sorted(...told, late.id))
  for (const client of [witness, ...crowd, heard, quiet]) client.close()
})
