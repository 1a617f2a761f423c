import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeStream, restoreStream, upvoteStream } from '@/lib/queue/mutations'
import { upNext } from '@/lib/queue/queries'
import { kickMember } from '@/lib/rooms/members'
import { closeRoom, updateRoom } from '@/lib/rooms/mutations'
import { saveSession } from '@/lib/rooms/save-session'
import { rebuildAll } from '@/lib/stats/rebuild-all'
import { differences } from '@/lib/stats/verify'
import { createPlayingRoom, userOf } from '../factories/heard'
import { createGuest, createMember, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { createUser } from '../factories/users'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

async function roomWith(...titles: string[]) {
  const { room, host } = await createRoom()
  const guest = await createGuest(room.id)
  const streams: string[] = []
  for (const title of titles) {
    const { id: trackId } = await createTrack({ title })
    streams.push(granted(await addStream({ memberId: guest.id, trackId })).streamId)
  }
  const titlesNow = async () => (await upNext({ roomId: room.id, memberId: host.id })).map(({ track }) => track.title)
  return { roomId: room.id, host, guest, streams: streams as [string, string, string], titlesNow }
}

const numbersOf = async (roomId: string) => ({
  people: await db().userRoomStats.findMany({
    where: { roomId },
    orderBy: { userId: 'asc' },
    omit: { lastUpdated: true },
  }),
  days: await db().roomDailyStats.findMany({ where: { roomId } }),
  votes: await db().roomQueue.findMany({ where: { roomId }, orderBy: { order: 'asc' }, omit: { id: true } }),
  heat: await db().roomStreamTrending.findMany({
    where: { roomId },
    orderBy: { trackId: 'asc' },
    select: { trackId: true, streamId: true, recentUpvotes: true },
  }),
})

test('undo brings back the same stream with its votes, its place and every number', async () => {
  const { roomId, host, guest, streams, titlesNow } = await roomWith('A', 'B', 'C')
  const [, b] = streams
  for (const { id: memberId } of [host, guest]) granted(await upvoteStream({ memberId, streamId: b }))
  const before = await numbersOf(roomId)
  granted(await removeStream({ memberId: host.id, streamId: b }))
  expect(await titlesNow()).toEqual(['A', 'C'])
  const restored = granted(await restoreStream({ memberId: host.id, streamId: b }))
  expect(await titlesNow()).toEqual(['B', 'A', 'C'])
  expect(await numbersOf(roomId)).toEqual(before)
  expect(await differences()).toEqual([])
  await expect
    .poll(() => eventsOf(roomId).at(-1))
    .toMatchObject({
      type: 'queue:restored',
      version: restored.version,
      memberId: host.id,
      item: { streamId: b, votes: 2, addedBy: { memberId: guest.id } },
    })
})

test('numbers are exact also when the statistics were rebuilt in between', async () => {
  const { roomId, host, streams } = await roomWith('A')
  granted(await upvoteStream({ memberId: host.id, streamId: streams[0] }))
  granted(await removeStream({ memberId: host.id, streamId: streams[0] }))
  await rebuildAll()
  granted(await restoreStream({ memberId: host.id, streamId: streams[0] }))
  expect(await db().roomDailyStats.findFirst({ where: { roomId } })).toMatchObject({ added: 1, likes: 1 })
  expect(await differences()).toEqual([])
})

test('who took it out and moderators undo it, others don’t; twice or after the song was added again it is refused', async () => {
  const { roomId, host, guest, streams } = await roomWith('A', 'B')
  const [a, b] = streams
  granted(await removeStream({ memberId: host.id, streamId: a }))
  expect(refusalOf(await restoreStream({ memberId: guest.id, streamId: a }))).toBe('forbidden')
  const undos = await Promise.all([1, 2, 3].map(() => restoreStream({ memberId: host.id, streamId: a })))
  expect(undos.map(refusalOf).sort()).toEqual(['already_queued', 'already_queued', null].sort())
  granted(await removeStream({ memberId: guest.id, streamId: b }))
  const moderator = await createMember(roomId, { role: 'moderator' })
  const { trackId } = await db().stream.findUniqueOrThrow({ where: { id: b } })
  granted(await addStream({ memberId: moderator.id, trackId }))
  expect(refusalOf(await restoreStream({ memberId: guest.id, streamId: b }))).toBe('already_queued')
  expect(await differences()).toEqual([])
})

test('a song comes back to its place by hand, and to its turn with fair turns, also when the mode has changed since', async () => {
  const { host, streams, titlesNow } = await roomWith('A', 'B', 'C')
  const mode = (queueMode: 'votes' | 'fair' | 'manual') =>
    updateRoom({ memberId: host.id, changes: { settings: { queueMode } } }).then(granted)
  const remove = (streamId: string) => removeStream({ memberId: host.id, streamId }).then(granted)
  const restore = (streamId: string) => restoreStream({ memberId: host.id, streamId }).then(granted)
  for (const queueMode of ['manual', 'fair', 'votes'] as const) {
    await mode(queueMode)
    await remove(streams[1])
    await restore(streams[1])
    expect(await titlesNow(), queueMode).toEqual(['A', 'B', 'C'])
  }
  await remove(streams[0])
  await mode('manual')
  await restore(streams[0])
  expect(await titlesNow()).toEqual(['B', 'C', 'A'])
})

test('a song that comes back to an idle room starts', async () => {
  const { roomId, host, streams } = await roomWith('A', 'B')
  granted(await removeStream({ memberId: host.id, streamId: streams[1] }))
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'play' }))
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'skip' }))
  const { queueId } = granted(await restoreStream({ memberId: host.id, streamId: streams[1] }))
  expect(await db().room.findUnique({ where: { id: roomId } })).toMatchObject({ currentQueueId: queueId })
})

test('the session is saved as a playlist in the order it was heard, each song once, also when the room is closed', async () => {
  const { room, host, user, streams } = await createPlayingRoom({ songs: 3, listeners: 0 })
  const save = () => saveSession({ code: room.code, userId: user.id })
  for (let i = 0; i < 2; i++) granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'skip' }))
  granted(await addStream({ memberId: host.id, trackId: streams[0]?.trackId ?? '' }))
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'skip' }))
  const saved = granted(await save())
  expect(saved).toMatchObject({
    name: expect.stringMatching(/^Kitchen, \d+ \w+ \d{4}$/),
    isPublic: false,
    trackCount: 3,
  })
  const entries = await db().playlistTrack.findMany({ where: { playlistId: saved.id }, orderBy: { position: 'asc' } })
  expect(entries.map(({ trackId }) => trackId)).toEqual(streams.map(({ trackId }) => trackId))
  granted(await closeRoom({ code: room.code, viewer: userOf(user) }))
  granted(await save())
})

test('no session is saved by strangers and the banned, nor where nothing was on', async () => {
  const { room, host, user } = await createRoom()
  const stranger = await createUser()
  const save = (userId: string, code = room.code) => saveSession({ code, userId }).then(refusalOf)
  expect(await save(user.id)).toBe('nothing_to_play')
  expect(await save(user.id, 'nocode')).toBe('room_not_found')
  expect(await save(stranger.id)).toBe('not_member')
  const banned = await createMember(room.id)
  granted(await kickMember({ memberId: host.id, targetId: banned.id, ban: true }))
  expect(await save(banned.userId ?? '')).toBe('banned')
})
