import { afterAll, expect, test } from 'vitest'
import { closeBus, subscribe } from '@/lib/bus'
import { db } from '@/lib/db'
import type { RoomEvent } from '@/lib/events'
import { advanceQueue, commandPlayback, startIfIdle } from '@/lib/playback/mutations'
import { databaseNow, standings } from '@/lib/playback/queries'
import { addStream, upvoteStream } from '@/lib/queue/mutations'
import { createGuest, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { granted } from '../support/results'

const events = new Map<string, RoomEvent[]>()
const unsubscribe = await subscribe((message) => {
  if ('event' in message) events.set(message.roomId, [...(events.get(message.roomId) ?? []), message.event])
})
afterAll(async () => {
  await unsubscribe()
  await closeBus()
})

/** A room with songs of these lengths in its queue. */
async function roomWith(...durations: number[]) {
  const { room, host } = await createRoom()
  const streams = []
  for (const durationMs of durations) {
    const track = await createTrack({ durationMs })
    streams.push(granted(await addStream({ memberId: host.id, trackId: track.id })))
  }
  return { roomId: room.id, memberId: host.id, streams }
}

async function rewind(roomId: string, ms: number) {
  await db()
    .$executeRaw`UPDATE "Room" SET "positionAt" = "positionAt" - make_interval(secs => ${ms / 1000}) WHERE "id" = ${roomId}::uuid`
  await db().$executeRaw`
    UPDATE "RoomQueue" SET "playedAt" = "playedAt" - make_interval(secs => ${ms / 1000})
    WHERE "id" = (SELECT "currentQueueId" FROM "Room" WHERE "id" = ${roomId}::uuid)`
}

test('play starts the top of the queue ahead of the database clock and tells the room', async () => {
  const { roomId, memberId, streams } = await roomWith(60_000, 60_000)
  const fan = await createGuest(roomId)
  granted(await upvoteStream({ memberId: fan.id, streamId: streams[1]?.streamId ?? '' }))
  const before = await databaseNow()
  const playback = granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  const after = await databaseNow()
  expect(playback).toMatchObject({ queueId: streams[1]?.queueId, isPlaying: true, positionMs: 0 })
  expect(playback.at).toBeGreaterThanOrEqual(Math.floor(before) + 150)
  expect(playback.at).toBeLessThanOrEqual(after + 150)
  await expect
    .poll(() => events.get(roomId)?.at(-1))
    .toMatchObject({
      type: 'playback:changed',
      version: playback.version,
      playback,
      nowPlaying: { queueId: playback.queueId, votes: 1, votedByMe: false },
    })
})

test('each command bumps the version once, one that changes nothing does not', async () => {
  const { roomId, memberId } = await roomWith(60_000)
  const started = granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  const again = granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  expect(again).toEqual(started)
  const sought = granted(await commandPlayback({ roomId, memberId, action: 'seek', positionMs: 30_000 }))
  expect(sought).toMatchObject({ version: started.version + 1, positionMs: 30_000, isPlaying: true })
  // The song stays on, so nothing is said of it.
  const told = { type: 'playback:changed', version: sought.version, playback: sought }
  await expect.poll(() => events.get(roomId)?.at(-1)).toEqual(told)
  const stopped = granted(await commandPlayback({ roomId, memberId, action: 'pause' }))
  expect(stopped).toMatchObject({ version: started.version + 2, isPlaying: false })
})

test('a listener is refused with the names of those who can', async () => {
  const { roomId } = await roomWith(60_000)
  await createGuest(roomId, { displayName: 'Jonas', role: 'moderator' })
  const guest = await createGuest(roomId)
  const { displayName } = await db().roomMember.findFirstOrThrow({ where: { roomId, role: 'host' } })
  const refused = await commandPlayback({ roomId, memberId: guest.id, action: 'skip' })
  const message = `Only ${displayName} and Jonas can skip here.`
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'forbidden', message } })
})

test('who was banned, has left, or belongs to another room is refused', async () => {
  const { roomId } = await roomWith(60_000)
  const { host: stranger } = await createRoom()
  const banned = await createGuest(roomId, { role: 'moderator' })
  const gone = await createGuest(roomId, { role: 'moderator' })
  await db().roomMember.update({ where: { id: banned.id }, data: { bannedAt: new Date(), leftAt: new Date() } })
  await db().roomMember.update({ where: { id: gone.id }, data: { leftAt: new Date() } })
  const codeFor = async (memberId: string) => {
    const result = await commandPlayback({ roomId, memberId, action: 'play' })
    return result.ok ? 'ok' : result.refusal.code
  }
  expect(await codeFor(stranger.id)).toBe('not_member')
  expect(await codeFor(gone.id)).toBe('not_member')
  expect(await codeFor(banned.id)).toBe('banned')
})

test('an empty room has nothing to play, skip or seek, and a closed one refuses', async () => {
  const { roomId, memberId } = await roomWith()
  for (const command of [{ action: 'play' }, { action: 'skip' }, { action: 'seek', positionMs: 1 }] as const) {
    const refused = await commandPlayback({ roomId, memberId, ...command })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'nothing_to_play' } })
  }
  await db().room.update({ where: { id: roomId }, data: { closedAt: new Date() } })
  const refused = await commandPlayback({ roomId, memberId, action: 'play' })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'room_closed' } })
})

test('skip plays the next; with an empty queue nothing is on, and the next song added starts at once', async () => {
  const { roomId, memberId, streams } = await roomWith(60_000, 60_000)
  granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  const second = granted(await commandPlayback({ roomId, memberId, action: 'skip' }))
  expect(second).toMatchObject({ queueId: streams[1]?.queueId, isPlaying: true })
  const dry = granted(await commandPlayback({ roomId, memberId, action: 'skip' }))
  expect(dry).toMatchObject({ queueId: null, isPlaying: true, positionMs: 0 })
  const track = await createTrack()
  const added = granted(await addStream({ memberId, trackId: track.id }))
  const [standing] = await standings([roomId])
  expect(standing).toMatchObject({ queueId: added.queueId, isPlaying: true })
  expect(await startIfIdle(roomId)).toBe(false)
})

test('two people who skip the same song skip one song', async () => {
  const { roomId, memberId, streams } = await roomWith(60_000, 60_000, 60_000)
  const { queueId } = granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  const skip = { roomId, memberId, action: 'skip', queueId: queueId ?? '' } as const
  await Promise.all([commandPlayback(skip), commandPlayback(skip), commandPlayback(skip)])
  const [standing] = await standings([roomId])
  expect(standing?.queueId).toBe(streams[1]?.queueId)
})

test('a song that has not ended is not advanced', async () => {
  const { roomId, memberId } = await roomWith(60_000, 60_000)
  const { queueId } = granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  await rewind(roomId, 59_000)
  expect(await advanceQueue({ roomId, queueId: queueId ?? '' })).toBe(false)
})

test('of many who see the end one advances, to the exact instant', async () => {
  const { roomId, memberId, streams } = await roomWith(60_000, 60_000, 60_000)
  const first = granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  await rewind(roomId, 59_700)
  const all = Array.from({ length: 8 }, () => advanceQueue({ roomId, queueId: first.queueId ?? '' }))
  expect((await Promise.all(all)).filter(Boolean)).toHaveLength(1)
  const [standing] = await standings([roomId])
  expect(standing).toMatchObject({ queueId: streams[1]?.queueId, positionMs: 0, version: first.version + 1 })
  expect(standing?.at).toBe(first.at + 300)
})

test('a song that ended while every process was down is followed by the next, from now', async () => {
  const { roomId, memberId } = await roomWith(60_000, 60_000)
  const { queueId } = granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  await rewind(roomId, 3_600_000)
  expect(await advanceQueue({ roomId, queueId: queueId ?? '' })).toBe(true)
  const [standing] = await standings([roomId])
  expect((standing?.at ?? 0) - (standing?.now ?? 0)).toBeGreaterThan(0)
})

test('commands, votes and added songs at once neither deadlock nor lose a version', async () => {
  const { roomId, memberId, streams } = await roomWith(60_000, 60_000, 60_000, 60_000)
  granted(await commandPlayback({ roomId, memberId, action: 'play' }))
  const fans = await Promise.all(Array.from({ length: 10 }, () => createGuest(roomId)))
  const tracks = await Promise.all(Array.from({ length: 5 }, () => createTrack()))
  await Promise.all([
    ...fans.map((fan) => upvoteStream({ memberId: fan.id, streamId: streams[3]?.streamId ?? '' })),
    ...tracks.map((track) => addStream({ memberId, trackId: track.id })),
    ...[1, 2, 3].map((n) => commandPlayback({ roomId, memberId, action: 'seek', positionMs: n * 1000 })),
    commandPlayback({ roomId, memberId, action: 'skip' }),
  ])
  const { version } = await db().room.findUniqueOrThrow({ where: { id: roomId } })
  await expect
    .poll(() => (events.get(roomId) ?? []).map((event) => event.version).sort((a, b) => a - b))
    .toEqual(Array.from({ length: version }, (_, index) => index + 1))
})
