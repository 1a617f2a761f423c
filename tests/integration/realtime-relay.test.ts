import pg from 'pg'
import { expect, test } from 'vitest'
import { publish } from '@/lib/bus'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { insertStream } from '@/lib/queue/add'
import { addStream, removeStream, removeUpvote, reorderQueue, upvoteStream } from '@/lib/queue/mutations'
import { changeRole, joinRoom, leaveRoom } from '@/lib/rooms/members'
import { updateRoom } from '@/lib/rooms/mutations'
import { lockPlace } from '@/lib/rooms/place'
import { cookieOf, createParty, joinedSocket, openSocket, type RoomSocket } from '../factories/room-sockets'
import { createTrack } from '../factories/tracks'
import { realtimePort } from '../support/realtime'
import { granted } from '../support/results'

const port = await realtimePort()

const versionsOf = ({ events }: RoomSocket) => events.map(({ version }) => version)
const typesOf = ({ events }: RoomSocket) => events.map(({ type }) => type)

test('every change reaches the one who made it and the one who did not, once and in order', async () => {
  const { room, host, moderator, listener, streams } = await createParty(60_000, 60_000)
  const clients = [await joinedSocket(port, room, moderator), await joinedSocket(port, room, listener)]
  const [first, second] = streams.map(({ streamId }) => streamId)
  const track = await createTrack()
  await addStream({ memberId: moderator.id, trackId: track.id })
  await upvoteStream({ memberId: listener.id, streamId: second ?? '' })
  await removeUpvote({ memberId: listener.id, streamId: second ?? '' })
  await reorderQueue({ memberId: moderator.id, streamIds: [second ?? '', first ?? ''] })
  await removeStream({ memberId: moderator.id, streamId: first ?? '' })
  const guest = { kind: 'guest', guestId: crypto.randomUUID() } as const
  const joined = await joinRoom({ code: room.code, viewer: guest, displayName: 'Ida' })
  if (!joined.ok) throw new Error(joined.refusal.message)
  await changeRole({ memberId: host.id, targetId: joined.value.memberId, role: 'moderator' })
  await leaveRoom({ memberId: joined.value.memberId })
  await updateRoom({ memberId: host.id, changes: { name: 'Balcony' } })
  for (const client of clients) {
    await expect
      .poll(() => typesOf(client))
      .toEqual([
        'queue:added',
        'queue:voted',
        'queue:voted',
        'queue:reordered',
        'queue:removed',
        'member:joined',
        'member:changed',
        'member:left',
        'room:changed',
      ])
    expect(versionsOf(client)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11])
    client.close()
  }
})

test('nothing of one room is heard in another', async () => {
  const [here, there] = [await createParty(), await createParty()]
  const outsider = await joinedSocket(port, there.room, there.listener)
  const insider = await joinedSocket(port, here.room, here.listener)
  const track = await createTrack()
  await addStream({ memberId: here.moderator.id, trackId: track.id })
  await expect.poll(() => insider.events).toHaveLength(1)
  expect(outsider.events).toEqual([])
  insider.close()
  outsider.close()
})

const vote = (version: number) =>
  ({ type: 'queue:voted', version, streamId: 's', votes: version, memberId: 'm', isUpvoted: true }) as const

test('events that crossed on their way are put in order, and none comes twice', async () => {
  const { room, listener } = await createParty()
  const client = await joinedSocket(port, room, listener)
  for (const version of [3, 1, 2, 2, 5, 4, 1]) await publish({ roomId: room.id, event: vote(version) })
  await expect.poll(() => versionsOf(client)).toEqual([1, 2, 3, 4, 5])
  client.close()
})

test('one lost event does not hold back those after it', async () => {
  const { room, listener } = await createParty()
  const client = await joinedSocket(port, room, listener)
  for (const version of [1, 4, 3]) await publish({ roomId: room.id, event: vote(version) })
  await expect.poll(() => versionsOf(client)).toEqual([1, 3, 4])
  client.close()
})

test('an event that never came is noticed, and so is the end of a membership that it told of', async () => {
  const { room, moderator, listener } = await createParty()
  const [present, removed] = [await joinedSocket(port, room, moderator), await joinedSocket(port, room, listener)]
  await db().roomMember.update({ where: { id: listener.id }, data: { leftAt: new Date() } })
  await db().room.update({ where: { id: room.id }, data: { version: { increment: 1 } } })
  for (const client of [present, removed]) {
    await expect.poll(() => client.events, { timeout: 8000 }).toEqual([{ type: 'room:outdated', version: 1 }])
  }
  await expect.poll(async () => (await removed.ask('reaction:send', { kind: 'fire' })).error?.code).toBe('not_member')
  expect(await present.ask('reaction:send', { kind: 'fire' })).toEqual({ ok: true })
  present.close()
  removed.close()
})

test('what a crash of the database took back leaves no browser with a room that never was', async () => {
  const { room, host, listener } = await createParty(60_000)
  const client = await joinedSocket(port, room, listener)
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  const { version, position, positionAt } = await db().room.findUniqueOrThrow({ where: { id: room.id } })
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'seek', positionMs: 20_000 }))
  await expect.poll(() => versionsOf(client)).toEqual([version, version + 1])

  // As it stands after a crash: the seek is gone, and somebody's vote has its version.
  const data = { position, positionAt, version: version + 1 }
  await db().room.update({ where: { id: room.id }, data })
  await db().uncrashed.deleteMany()
  await endBus()
  const outdated = { type: 'room:outdated', version: version + 1001 }
  await expect.poll(() => client.events.at(-1), { timeout: 3000 }).toEqual(outdated)
  // A browser that knows the lost version, and slept meanwhile, gets the room and not the news.
  const asleep = await openSocket(port, await cookieOf(listener))
  const answer = await asleep.ask('room:join', { code: room.code, version: version + 1 })
  expect(answer).toMatchObject({ ok: true, version: version + 1001, playback: { positionMs: position } })
  client.close()
  asleep.close()
})

/** As a database that is away and back does it. */
async function endBus() {
  const admin = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await admin.connect()
  await admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'earshot bus%' AND datname = current_database()",
  )
  await admin.end()
}

test('what happened while the bus was away is noticed when it is back, and the song of an adder who was killed starts', async () => {
  const { room, moderator, listener } = await createParty()
  const client = await joinedSocket(port, room, listener)
  const idle = await createParty()
  const waiting = await joinedSocket(port, idle.room, idle.listener)
  const { id: trackId } = await createTrack()
  const { queueId } = await db().$transaction(async (tx) =>
    insertStream(tx, granted(await lockPlace(tx, idle.host.id)), trackId),
  )
  await db().room.update({ where: { id: idle.room.id }, data: { isPlaying: true } })
  await db().room.update({ where: { id: room.id }, data: { version: { increment: 1 } } })
  await endBus()
  await expect.poll(() => client.events, { timeout: 3000 }).toEqual([{ type: 'room:outdated', version: 1 }])
  const track = await createTrack()
  await addStream({ memberId: moderator.id, trackId: track.id })
  await expect.poll(() => versionsOf(client)).toEqual([1, 2])
  await expect
    .poll(() => waiting.events.at(-1))
    .toMatchObject({ type: 'playback:changed', playback: { queueId, isPlaying: true } })
  client.close()
  waiting.close()
})

test('a reaction reaches everyone in the room, and too many of them are refused', async () => {
  const { room, moderator, listener } = await createParty()
  const [sender, other] = [await joinedSocket(port, room, moderator), await joinedSocket(port, room, listener)]
  expect(await sender.ask('reaction:send', { kind: 'heart' })).toEqual({ ok: true })
  for (const client of [sender, other]) {
    await expect
      .poll(() => client.reactions)
      .toMatchObject([{ memberId: moderator.id, kind: 'heart', at: expect.any(Number) }])
  }
  const answers = await Promise.all(Array.from({ length: 60 }, () => sender.ask('reaction:send', { kind: 'clap' })))
  expect(answers.at(-1)?.error?.code).toBe('rate_limited')
  sender.close()
  other.close()
})

test('events that come while a snapshot is being read are not lost, and each newer one comes once', async () => {
  const { room, host, moderator, listener } = await createParty()
  const steady = await joinedSocket(port, room, moderator)
  const tracks = await Promise.all(Array.from({ length: 25 }, () => createTrack()))
  const adding = Promise.all(tracks.map((track) => addStream({ memberId: host.id, trackId: track.id })))
  const late = await Promise.all([1, 2, 3, 4].map(() => joinedSocket(port, room, listener)))
  await adding
  await expect.poll(() => versionsOf(steady).at(-1)).toBe(25)
  for (const client of late) {
    const { version, queue } = client.snapshot
    expect(queue).toHaveLength(version)
    await expect.poll(() => client.events.at(-1)?.version ?? version).toBe(25)
    // The bus may still bring what the snapshot has already: browsers pass over it.
    const newer = versionsOf(client).filter((seen) => (seen ?? 0) > version)
    expect(newer).toEqual(Array.from({ length: 25 - version }, (_, index) => version + index + 1))
    client.close()
  }
  steady.close()
})
