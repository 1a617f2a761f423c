import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeStream, removeUpvote, upvoteStream } from '@/lib/queue/mutations'
import { claimGuestMemberships } from '@/lib/rooms/claim'
import { trendingEverywhere } from '@/lib/stats/queries'
import { differences } from '@/lib/stats/verify'
import { createRoomWithSong } from '../factories/room-with-song'
import { createGuests, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { createUser } from '../factories/users'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

// Another web process: the same database, votes batched on their own.
vi.resetModules()
const otherProcess = await import('@/lib/queue/mutations')
const here = { addStream, removeStream, removeUpvote, upvoteStream } as typeof otherProcess

function shuffled<T>(list: T[]): T[] {
  return list
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}

test('200 upvotes at once by 100 members, each twice, are exactly 100 votes', async () => {
  const { roomId, host, streamId } = await createRoomWithSong()
  const members = await createGuests(roomId, 100)
  const { version } = await db().room.findUniqueOrThrow({ where: { id: roomId } })
  const votes = shuffled([...members, ...members]).map(({ id }, index) => {
    const { upvoteStream: vote } = index % 2 ? otherProcess : { upvoteStream }
    return vote({ memberId: id, streamId })
  })
  for (const state of await Promise.all(votes)) expect(granted(state).votedByMe).toBe(true)
  const queued = await db().roomQueue.findUniqueOrThrow({ where: { streamId } })
  expect(queued.votes).toBe(100)
  const hostStats = await db().userRoomStats.findFirst({ where: { roomId, userId: host.personId } })
  expect(hostStats).toMatchObject({ totalLikesGot: 100, totalLikesGiven: 0 })
  expect(await db().roomStreamTrending.findFirst({ where: { roomId } })).toMatchObject({ recentUpvotes: 100 })
  expect(await differences()).toEqual([])
  expect((await db().room.findUniqueOrThrow({ where: { id: roomId } })).version).toBe(version + 100)
  await expect.poll(() => eventsOf(roomId).filter(({ type }) => type === 'queue:voted')).toHaveLength(100)
  const heard = eventsOf(roomId).flatMap((event) => (event.type === 'queue:voted' ? [event] : []))
  // Each version once, with the votes that held right after it.
  const byVersion = heard.toSorted((a, b) => a.version - b.version)
  expect(byVersion.map((event) => event.version - version)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
  expect(byVersion.map(({ votes: count }) => count)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
})

test('votes for many rooms in one go each land in their own', async () => {
  const rooms = await Promise.all(Array.from({ length: 12 }, () => createRoomWithSong()))
  const votes = []
  for (const { roomId, streamId } of rooms) {
    for (const { id } of await createGuests(roomId, 5)) votes.push({ memberId: id, streamId })
  }
  await Promise.all(shuffled([...votes, ...votes]).map(async (vote) => granted(await upvoteStream(vote))))
  for (const { streamId } of rooms) {
    expect(await db().roomQueue.findUnique({ where: { streamId } })).toMatchObject({ votes: 5 })
  }
  expect(await differences()).toEqual([])
})

test('the same songs voted for, taken back and taken out in many rooms at once end with the right heat over all rooms', async () => {
  const songs = await Promise.all([1, 2, 3].map(() => createTrack()))
  const votes: { memberId: string; streamId: string }[] = []
  const hosts: string[] = []
  for (let i = 0; i < 6; i++) {
    const { room, host } = await createRoom()
    hosts.push(host.id)
    const members = await createGuests(room.id, 4)
    for (const { id: trackId } of shuffled(songs)) {
      const { streamId } = granted(await addStream({ memberId: host.id, trackId }))
      for (const { id: memberId } of members) votes.push({ memberId, streamId })
    }
  }
  const wild = shuffled([...votes, ...votes, ...votes]).map((ids, index) => {
    const module = index % 2 ? otherProcess : here
    return index % 3 ? module.upvoteStream(ids) : module.removeUpvote(ids)
  })
  const removed = votes.slice(0, 1).map(({ streamId }) => removeStream({ memberId: hosts[0] ?? '', streamId }))
  for (const state of await Promise.all(removed)) granted(state)
  for (const state of await Promise.all(wild)) expect([null, 'stream_removed']).toContain(refusalOf(state))
  expect(await differences()).toEqual([])
  const trending = await trendingEverywhere(50)
  const trackId = songs[1]?.id ?? ''
  const adds = await db().stream.count({ where: { trackId, removedAt: null } })
  const likes = await db().upvote.count({ where: { stream: { trackId, removedAt: null } } })
  const song = trending.find(({ track }) => track.id === trackId)
  expect(song).toMatchObject({ recentUpvotes: likes, recentPlays: 0 })
  expect(song?.heat).toBeCloseTo(adds + 3 * likes, 1)
})

test('two members who like each other’s songs while songs come, go and play never deadlock', async () => {
  const { room, host } = await createRoom()
  const roomId = room.id
  const [a, b, c] = await createGuests(roomId, 3)
  if (!a || !b || !c) throw new Error('no guests')
  const tracks = await Promise.all(Array.from({ length: 8 }, () => createTrack({ durationMs: 60_000 })))
  for (const [index, { id }] of tracks.entries()) {
    granted(await addStream({ memberId: [a.id, b.id][index % 2] ?? a.id, trackId: id }))
  }
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'play' }))
  const until = Date.now() + 4000
  const anyStream = async (addedBy?: string) => {
    const streams = await db().roomQueue.findMany({
      where: { roomId, isPlayed: false, ...(addedBy ? { addedBy } : {}) },
      select: { streamId: true },
    })
    return streams[Math.floor(Math.random() * streams.length)]?.streamId ?? randomUUID()
  }
  let done = 0
  const loop = async (turn: () => Promise<unknown>, pauseMs = 0) => {
    while (Date.now() < until) {
      await turn()
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  const liker = (from: string, to: string, module: typeof otherProcess) =>
    loop(async () => {
      const ids = { memberId: from, streamId: await anyStream(to) }
      const turn = Math.random() < 0.6 ? module.upvoteStream : module.removeUpvote
      if ((await turn(ids)).ok) done++
    })
  const anyTrack = () => tracks[Math.floor(Math.random() * tracks.length)]?.id ?? ''
  await Promise.all([
    ...[here, otherProcess].flatMap((module) => [
      liker(a.id, b.id, module),
      liker(b.id, a.id, module),
      liker(c.id, a.id, module),
    ]),
    loop(() => addStream({ memberId: a.id, trackId: anyTrack() })),
    loop(() => otherProcess.addStream({ memberId: b.id, trackId: anyTrack() })),
    loop(async () => removeStream({ memberId: host.id, streamId: await anyStream() }), 100),
    loop(() => commandPlayback({ roomId, memberId: host.id, action: 'skip' }), 100),
  ])
  expect(done).toBeGreaterThan(30)
  expect(await differences()).toEqual([])
})

test('a guest who signs up in the middle of votes keeps every number', async () => {
  const { roomId, host, streamId } = await createRoomWithSong()
  const [guest] = await createGuests(roomId, 1)
  const { id: userId } = await createUser()
  if (!guest?.guestId) throw new Error('no guest')
  const ids = { memberId: guest.id, streamId }
  const { streamId: own } = granted(await addStream({ memberId: guest.id, trackId: (await createTrack()).id }))
  const toggling = (async () => {
    for (let i = 0; i < 30; i++) {
      granted(await upvoteStream(ids))
      granted(await upvoteStream({ memberId: host.id, streamId: own }))
      granted(await removeUpvote(ids))
      granted(await removeUpvote({ memberId: host.id, streamId: own }))
    }
  })()
  await claimGuestMemberships({ guestId: guest.guestId, userId })
  await toggling
  expect(await db().userRoomStats.findFirst({ where: { roomId, userId } })).toMatchObject({
    totalAdded: 1,
    totalLikesGiven: 0,
  })
  expect(await db().userRoomStats.count({ where: { userId: guest.guestId } })).toBe(0)
  expect(await differences()).toEqual([])
})
