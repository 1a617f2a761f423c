import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream } from '@/lib/queue/mutations'
import { kickMember } from '@/lib/rooms/members'
import { cookieOf, createParty, joinedSocket, openSocket } from '../factories/room-sockets'
import { createGuest } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { realtimePort } from '../support/realtime'

const port = await realtimePort()

test('after a lost connection the same room is joined again, with what happened meanwhile', async () => {
  const { room, moderator, listener } = await createParty(60_000)
  const client = await joinedSocket(port, room, listener)
  const reconnected = new Promise<void>((resolve) => client.socket.once('connect', resolve))
  client.socket.io.engine.close()
  await commandPlayback({ roomId: room.id, memberId: moderator.id, action: 'play' })
  await reconnected
  const again = await client.ask('room:join', { code: room.code })
  expect(again).toMatchObject({ ok: true, me: { memberId: listener.id }, playback: { isPlaying: true } })
  const track = await createTrack()
  await addStream({ memberId: moderator.id, trackId: track.id })
  await expect.poll(() => client.events.map(({ type }) => type)).toEqual(['queue:added'])
  client.close()
})

test('who comes back and says which version they have gets what happened since, and not the whole room', async () => {
  const { room, host, moderator, listener } = await createParty(60_000)
  const witness = await joinedSocket(port, room, moderator)
  const { snapshot, close } = await joinedSocket(port, room, listener)
  close()
  const track = await createTrack()
  await addStream({ memberId: host.id, trackId: track.id })
  await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' })
  await expect.poll(() => witness.events).toHaveLength(2)
  const back = await openSocket(port, await cookieOf(listener))
  const answer = await back.ask('room:join', { code: room.code, version: snapshot.version })
  expect(answer).toEqual({
    ok: true,
    version: 3,
    missed: [expect.objectContaining({ type: 'queue:added' }), expect.objectContaining({ type: 'playback:changed' })],
    listening: [moderator.id, listener.id].sort(),
    silent: [],
  })
  await addStream({ memberId: host.id, trackId: (await createTrack()).id })
  await expect.poll(() => back.events.map(({ version }) => version)).toEqual([4])
  for (const client of [witness, back]) client.close()
})

test('a process that was started since need not read the room for who has it as it is', async () => {
  const { room, listener } = await createParty(60_000)
  const { snapshot, close } = await joinedSocket(port, room, listener)
  const restarted = await realtimePort()
  const back = await openSocket(restarted, await cookieOf(listener))
  const answer = await back.ask('room:join', { code: room.code, version: snapshot.version })
  expect(answer).toEqual({ ok: true, version: snapshot.version, missed: [], listening: [listener.id], silent: [] })
  close()
  back.close()
})

test('who is further behind than anybody remembers, or ahead of the room, gets all of it', async () => {
  const { room, host, moderator, listener } = await createParty(60_000)
  const witness = await joinedSocket(port, room, moderator)
  const versionNow = async () => (await db().room.findUniqueOrThrow({ where: { id: room.id } })).version
  // Another process has made a change that was lost on its way.
  await db().room.update({ where: { id: room.id }, data: { version: { increment: 1 } } })
  await addStream({ memberId: host.id, trackId: (await createTrack()).id })
  await expect.poll(() => witness.events).toHaveLength(1)
  for (const version of [0, 1, (await versionNow()) + 1]) {
    const client = await openSocket(port, await cookieOf(listener))
    const answer = await client.ask('room:join', { code: room.code, version })
    expect(answer, `version ${version}`).toMatchObject({
      ok: true,
      me: { memberId: listener.id },
      version: await versionNow(),
    })
    client.close()
  }
  const wrong = await witness.ask('room:join', { code: room.code, version: 'newest' })
  expect(wrong.error?.code).toBe('invalid_input')
  witness.close()
})

test('who is put out between being looked up and let in stays out', async () => {
  const { room, host, moderator } = await createParty(60_000)
  const guest = await createGuest(room.id)
  const witness = await joinedSocket(port, room, moderator)
  const client = await openSocket(port, await cookieOf(guest))
  const { version } = await db().room.findUniqueOrThrow({ where: { id: room.id } })
  // The look-up is answered only when they are out.
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  let kicked: ReturnType<typeof kickMember> | undefined
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const answer = args.at(-1)
    if (kicked || typeof answer !== 'function' || !JSON.stringify(args[0]).includes('named: member_of'))
      return query.apply(this, args)
    return query.call(this, ...args.slice(0, -1), async (...result: unknown[]) => {
      kicked = kickMember({ memberId: host.id, targetId: guest.id })
      await kicked
      answer(...result)
    })
  })
  const answer = await client.ask('room:join', { code: room.code, version })
  spy.mockRestore()
  expect((await kicked)?.ok).toBe(true)
  expect(answer.error?.code).toBe('not_member')
  expect(witness.events).toMatchObject([{ type: 'member:left', memberId: guest.id }])
  for (const one of [witness, client]) one.close()
})
