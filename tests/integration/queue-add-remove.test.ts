import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeStream, upvoteStream } from '@/lib/queue/mutations'
import { closeRoom, updateRoom } from '@/lib/rooms/mutations'
import { heat } from '@/lib/stats/decay'
import { differences } from '@/lib/stats/verify'
import { createGuest, createMember, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

const trendingOf = (roomId: string, trackId: string) =>
  db().roomStreamTrending.findUniqueOrThrow({ where: { roomId_trackId: { roomId, trackId } } })

test('adding puts the song at the end, counts it, starts its trending row and tells the room', async () => {
  const { room, host } = await createRoom()
  const [first, second] = [await createTrack(), await createTrack({ title: 'Second' })]
  granted(await addStream({ memberId: host.id, trackId: first.id }))
  const added = granted(await addStream({ memberId: host.id, trackId: second.id }))
  const stream = await db().stream.findUniqueOrThrow({ where: { id: added.streamId } })
  expect(stream).toMatchObject({ extractedId: second.sourceId, addedBy: host.id })
  const trending = await trendingOf(room.id, second.id)
  expect(trending).toMatchObject({ streamId: added.streamId, recentUpvotes: 0, recentPlays: 0 })
  expect(heat(trending.trendingScore, stream.createdAt.getTime())).toBeCloseTo(1, 4)
  expect(await db().userRoomStats.findFirst({ where: { roomId: room.id } })).toMatchObject({ totalAdded: 2 })
  expect(await differences()).toEqual([])
  await expect
    .poll(() => eventsOf(room.id).at(-1))
    .toMatchObject({
      type: 'queue:added',
      version: added.version,
      item: {
        queueId: added.queueId,
        order: 1,
        votes: 0,
        votedByMe: false,
        playedAt: null,
        track: { id: second.id, title: 'Second', audio: { high: `/media/${second.sourceId}/high.m4a` } },
        addedBy: { memberId: host.id, displayName: host.displayName },
      },
    })
})

test('a song that was added again after it played goes on with its trending row', async () => {
  const { room, host } = await createRoom()
  const { id: trackId } = await createTrack()
  granted(await addStream({ memberId: host.id, trackId }))
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  const again = granted(await addStream({ memberId: host.id, trackId }))
  const trending = await trendingOf(room.id, trackId)
  expect(trending.streamId).toBe(again.streamId)
  expect(heat(trending.trendingScore, Date.now())).toBeCloseTo(2, 1)
  expect(await differences()).toEqual([])
})

test('the same song waits once, however often and fast it is added', async () => {
  const { room, host } = await createRoom()
  const { id: trackId } = await createTrack()
  const guest = await createGuest(room.id)
  const adds = [host.id, guest.id, host.id, guest.id].map((memberId) => addStream({ memberId, trackId }))
  const outcomes = (await Promise.all(adds)).map(refusalOf)
  expect(outcomes.filter((code) => code === null)).toHaveLength(1)
  expect(outcomes.filter((code) => code === 'already_queued')).toHaveLength(3)
  expect(await db().stream.count({ where: { roomId: room.id } })).toBe(1)
})

test('unknown, blocked, unready and foreign songs are refused, and the page of one of ours is taken', async () => {
  const { room, host } = await createRoom()
  const add = (input: { trackId: string } | { url: string }) => addStream({ memberId: host.id, ...input })
  const [blocked, unready, foreign, fine] = [
    await createTrack(),
    await createTrack(),
    await createTrack(),
    await createTrack(),
  ]
  await db().song.update({ where: { trackId: blocked.id }, data: { status: 'blocked' } })
  await db().song.update({ where: { trackId: unready.id }, data: { status: 'failed' } })
  await db().song.delete({ where: { trackId: foreign.id } })
  expect(refusalOf(await add({ trackId: randomUUID() }))).toBe('not_found')
  expect(refusalOf(await add({ trackId: blocked.id }))).toBe('not_playable')
  expect(refusalOf(await add({ trackId: unready.id }))).toBe('not_playable')
  expect(refusalOf(await add({ trackId: foreign.id }))).toBe('not_playable')
  expect(refusalOf(await add({ url: 'https://youtube.com/watch?v=dQw4w9WgXcQ' }))).toBe('not_playable')
  expect(refusalOf(await add({ url: `http://localhost:3000/track/${randomUUID()}` }))).toBe('not_found')
  expect(refusalOf(await add({ url: 'http://localhost:3000/track/------------------------------------' }))).toBe(
    'not_playable',
  )
  granted(await add({ url: `http://localhost:3000/track/${fine.id}` }))
  expect((await db().room.findUniqueOrThrow({ where: { id: room.id } })).version).toBe(1)
})

test('strangers don’t add, nor listeners where moderators choose, nor anybody in a closed room', async () => {
  const { room, host, user } = await createRoom()
  const { id: trackId } = await createTrack()
  const [listener, moderator] = [await createGuest(room.id), await createMember(room.id, { role: 'moderator' })]
  expect(refusalOf(await addStream({ memberId: randomUUID(), trackId }))).toBe('not_member')
  granted(await updateRoom({ memberId: host.id, changes: { settings: { whoAdds: 'moderators' } } }))
  expect(refusalOf(await addStream({ memberId: listener.id, trackId }))).toBe('forbidden')
  granted(await addStream({ memberId: moderator.id, trackId }))
  const viewer = { kind: 'user', userId: user.id, username: 'x', displayName: 'x', role: 'user' } as const
  granted(await closeRoom({ code: room.code, viewer }))
  expect(refusalOf(await addStream({ memberId: host.id, trackId }))).toBe('room_closed')
})

test('taking a song out takes back its add, its likes and their heat, from everyone', async () => {
  const { room, host } = await createRoom()
  const roomId = room.id
  const track = await createTrack()
  const [adder, fan] = [await createGuest(roomId), await createGuest(roomId)]
  const { streamId } = granted(await addStream({ memberId: adder.id, trackId: track.id }))
  for (const { id: memberId } of [adder, fan, host]) granted(await upvoteStream({ memberId, streamId }))
  const { version } = await db().room.findUniqueOrThrow({ where: { id: roomId } })
  expect(refusalOf(await removeStream({ memberId: fan.id, streamId }))).toBe('forbidden')
  expect(granted(await removeStream({ memberId: adder.id, streamId }))).toEqual({ version: version + 1 })
  expect(refusalOf(await removeStream({ memberId: adder.id, streamId }))).toBe('stream_removed')
  const people = await db().userRoomStats.findMany({ where: { roomId } })
  for (const { totalAdded, totalLikesGot, totalLikesGiven } of people) {
    expect([totalAdded, totalLikesGot, totalLikesGiven]).toEqual([0, 0, 0])
  }
  expect(await trendingOf(roomId, track.id)).toMatchObject({ trendingScore: null, recentUpvotes: 0 })
  expect(await db().roomQueue.count({ where: { roomId } })).toBe(0)
  expect(await differences()).toEqual([])
  await expect
    .poll(() => eventsOf(roomId).at(-1))
    .toEqual({ type: 'queue:removed', version: version + 1, streamId, memberId: adder.id })
})

test('moderators take out anybody’s song; what has been on stays, and other rooms’ songs are not found', async () => {
  const { room, host } = await createRoom()
  const moderator = await createGuest(room.id, { role: 'moderator' })
  const { id: trackId } = await createTrack()
  const { streamId } = granted(await addStream({ memberId: host.id, trackId }))
  const elsewhere = (await createRoom()).host
  expect(refusalOf(await removeStream({ memberId: elsewhere.id, streamId }))).toBe('not_found')
  granted(await removeStream({ memberId: moderator.id, streamId }))
  const played = granted(await addStream({ memberId: host.id, trackId }))
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  expect(refusalOf(await removeStream({ memberId: host.id, streamId: played.streamId }))).toBe('stream_played')
})

test('a song that was removed twice at once is taken back once', async () => {
  const { room, host } = await createRoom()
  const { streamId } = granted(await addStream({ memberId: host.id, trackId: (await createTrack()).id }))
  granted(await upvoteStream({ memberId: host.id, streamId }))
  const outcomes = await Promise.all([1, 2, 3].map(() => removeStream({ memberId: host.id, streamId })))
  expect(outcomes.map(refusalOf).toSorted()).toEqual([null, 'stream_removed', 'stream_removed'].toSorted())
  expect(await db().userRoomStats.findFirst({ where: { roomId: room.id } })).toMatchObject({
    totalAdded: 0,
    totalLikesGot: 0,
  })
})

test('a song added to a room whose music ran dry starts at once', async () => {
  const { room, host } = await createRoom()
  granted(await addStream({ memberId: host.id, trackId: (await createTrack()).id }))
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'play' }))
  granted(await commandPlayback({ roomId: room.id, memberId: host.id, action: 'skip' }))
  const { queueId } = granted(await addStream({ memberId: host.id, trackId: (await createTrack()).id }))
  expect(await db().room.findUnique({ where: { id: room.id } })).toMatchObject({
    currentQueueId: queueId,
    isPlaying: true,
  })
})
