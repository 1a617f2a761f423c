import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream, removeStream, removeUpvote, upvoteStream } from '@/lib/queue/mutations'
import { kickMember, leaveRoom } from '@/lib/rooms/members'
import { heat, LANDMARK_MS, lambda, WEIGHTS } from '@/lib/stats/decay'
import { rebuildEverywhere } from '@/lib/stats/everywhere'
import { differences } from '@/lib/stats/verify'
import { createGuest, createMember, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

async function roomWithSong() {
  const { room, host } = await createRoom()
  const track = await createTrack()
  const { streamId } = granted(await addStream({ memberId: host.id, trackId: track.id }))
  return { roomId: room.id, code: room.code, host, streamId, trackId: track.id }
}

const versionOf = async (id: string) => (await db().room.findUniqueOrThrow({ where: { id } })).version
const statsOf = (roomId: string, userId: string) =>
  db().userRoomStats.findUnique({ where: { userId_roomId: { userId, roomId } } })
const trendingOf = (roomId: string) => db().roomStreamTrending.findFirstOrThrow({ where: { roomId } })

test('a vote moves the queue, both people’s numbers, the trending row and the version, and the room hears of it', async () => {
  const { roomId, host, streamId } = await roomWithSong()
  const fan = await createGuest(roomId)
  const before = await versionOf(roomId)
  expect(granted(await upvoteStream({ memberId: fan.id, streamId }))).toEqual({
    votes: 1,
    votedByMe: true,
    version: before + 1,
  })
  expect(await statsOf(roomId, fan.personId)).toMatchObject({ totalAdded: 0, totalLikesGot: 0, totalLikesGiven: 1 })
  expect(await statsOf(roomId, host.personId)).toMatchObject({ totalAdded: 1, totalLikesGot: 1, totalLikesGiven: 0 })
  const vote = await db().upvote.findFirstOrThrow({ where: { streamId } })
  const weight = Math.log(WEIGHTS.like) + lambda('room') * (vote.createdAt.getTime() - LANDMARK_MS)
  expect(vote.weight).toBeCloseTo(weight, 5)
  expect(await trendingOf(roomId)).toMatchObject({ recentUpvotes: 1, recentPlays: 0 })
  expect(await differences()).toEqual([])
  await expect
    .poll(() => eventsOf(roomId).at(-1))
    .toEqual({ type: 'queue:voted', version: before + 1, streamId, votes: 1, memberId: fan.id, isUpvoted: true })
})

test('a second click changes nothing and answers how things stand', async () => {
  const { roomId, streamId } = await roomWithSong()
  const fan = await createGuest(roomId)
  const ids = { memberId: fan.id, streamId }
  const first = granted(await upvoteStream(ids))
  expect(granted(await upvoteStream(ids))).toEqual(first)
  expect(granted(await upvoteStream({ memberId: fan.id.toUpperCase(), streamId: streamId.toUpperCase() }))).toEqual(
    first,
  )
  const taken = granted(await removeUpvote(ids))
  expect(taken).toEqual({ votes: 0, votedByMe: false, version: first.version + 1 })
  expect(granted(await removeUpvote(ids))).toEqual(taken)
  expect(await versionOf(roomId)).toBe(taken.version)
  expect(eventsOf(roomId).filter(({ type }) => type === 'queue:voted')).toHaveLength(2)
})

test('two clicks at once are one vote and one event', async () => {
  const { roomId, streamId } = await roomWithSong()
  const fan = await createGuest(roomId)
  const before = await versionOf(roomId)
  const states = await Promise.all([1, 2, 3].map(() => upvoteStream({ memberId: fan.id, streamId })))
  expect(states.map(granted)).toEqual(Array(3).fill({ votes: 1, votedByMe: true, version: before + 1 }))
  await expect.poll(() => eventsOf(roomId).filter(({ type }) => type === 'queue:voted')).toHaveLength(1)
})

test('an unlike takes back exactly what the like gave', async () => {
  const { roomId, host, streamId } = await roomWithSong()
  const fan = await createMember(roomId)
  const before = await trendingOf(roomId)
  granted(await upvoteStream({ memberId: fan.id, streamId }))
  granted(await removeUpvote({ memberId: fan.id, streamId }))
  const after = await trendingOf(roomId)
  expect(after.trendingScore).toBeCloseTo(before.trendingScore ?? 0, 9)
  expect(after.recentUpvotes).toBe(0)
  expect(await statsOf(roomId, fan.personId)).toMatchObject({ totalLikesGiven: 0 })
  expect(await statsOf(roomId, host.personId)).toMatchObject({ totalLikesGot: 0, totalAdded: 1 })
  expect(await differences()).toEqual([])
})

test('a vote for one’s own song gives and gets', async () => {
  const { roomId, host, streamId } = await roomWithSong()
  granted(await upvoteStream({ memberId: host.id, streamId }))
  expect(await statsOf(roomId, host.personId)).toMatchObject({ totalLikesGiven: 1, totalLikesGot: 1 })
  granted(await removeUpvote({ memberId: host.id, streamId }))
  expect(await statsOf(roomId, host.personId)).toMatchObject({ totalLikesGiven: 0, totalLikesGot: 0 })
})

test('when a vote is nearly all of the score, taking it back sums up what is left', async () => {
  const { roomId, streamId } = await roomWithSong()
  const [fan, other] = [await createGuest(roomId), await createGuest(roomId)]
  // The song was added a day ago: 48 half-lives.
  const old = 24 * 3_600_000 * lambda('room')
  await db().stream.update({ where: { id: streamId }, data: { addWeight: { decrement: old } } })
  await db().roomStreamTrending.updateMany({ where: { roomId }, data: { trendingScore: { decrement: old } } })
  const before = await trendingOf(roomId)
  granted(await upvoteStream({ memberId: fan.id, streamId }))
  granted(await upvoteStream({ memberId: other.id, streamId }))
  const version = await versionOf(roomId)
  expect(granted(await removeUpvote({ memberId: other.id, streamId })).votes).toBe(1)
  expect(granted(await removeUpvote({ memberId: fan.id, streamId }))).toEqual({
    votes: 0,
    votedByMe: false,
    version: version + 2,
  })
  expect((await trendingOf(roomId)).trendingScore).toBe(before.trendingScore)
  expect(await differences()).toEqual([])
})

test('the same over all rooms, where a day halves a like', async () => {
  const { roomId, streamId, trackId } = await roomWithSong()
  const fan = await createGuest(roomId)
  const monthAgo = new Date(Date.now() - 30 * 24 * 3_600_000)
  await db().stream.update({ where: { id: streamId }, data: { createdAt: monthAgo } })
  await db().$transaction((tx) => rebuildEverywhere(tx, trackId))
  const before = await db().trackTrending.findUniqueOrThrow({ where: { trackId } })
  expect(heat(before.trendingScore, Date.now(), 'everywhere') * 2 ** 30).toBeCloseTo(1, 3)
  granted(await upvoteStream({ memberId: fan.id, streamId }))
  const liked = await db().trackTrending.findUniqueOrThrow({ where: { trackId } })
  expect(liked.recentUpvotes).toBe(1)
  expect(heat(liked.trendingScore, Date.now(), 'everywhere')).toBeCloseTo(3, 3)
  granted(await removeUpvote({ memberId: fan.id, streamId }))
  const after = await db().trackTrending.findUniqueOrThrow({ where: { trackId } })
  expect(after).toMatchObject({ recentUpvotes: 0, trendingScore: before.trendingScore })
})

test('counts start again once their window has passed', async () => {
  const { roomId, streamId } = await roomWithSong()
  const [fan, other] = [await createGuest(roomId), await createGuest(roomId)]
  granted(await upvoteStream({ memberId: fan.id, streamId }))
  const dayAgo = new Date(Date.now() - 25 * 3_600_000)
  await db().upvote.updateMany({ where: { streamId }, data: { createdAt: dayAgo } })
  await db().roomStreamTrending.updateMany({ where: { roomId }, data: { windowStart: dayAgo, recentPlays: 4 } })
  granted(await upvoteStream({ memberId: other.id, streamId }))
  expect(await trendingOf(roomId)).toMatchObject({ recentUpvotes: 1, recentPlays: 0 })
  granted(await removeUpvote({ memberId: fan.id, streamId }))
  expect(await trendingOf(roomId)).toMatchObject({ recentUpvotes: 1 })
})

test('what is on now may be upvoted, history may not', async () => {
  const { roomId, host, streamId } = await roomWithSong()
  const { id: trackId } = await createTrack()
  granted(await addStream({ memberId: host.id, trackId }))
  const fan = await createGuest(roomId)
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'play' }))
  expect(granted(await upvoteStream({ memberId: fan.id, streamId })).votes).toBe(1)
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'skip' }))
  expect(refusalOf(await upvoteStream({ memberId: host.id, streamId }))).toBe('stream_played')
  expect(refusalOf(await removeUpvote({ memberId: fan.id, streamId }))).toBe('stream_played')
})

test('votes are refused for unknown and removed songs, to strangers, the kicked, the banned and the gone, and when the room is closed', async () => {
  const { roomId, host, streamId } = await roomWithSong()
  const vote = (memberId: string, id = streamId) => upvoteStream({ memberId, streamId: id }).then(refusalOf)
  const stranger = (await createRoom()).host
  const [kicked, banned, gone] = [await createGuest(roomId), await createGuest(roomId), await createGuest(roomId)]
  granted(await kickMember({ memberId: host.id, targetId: kicked.id }))
  granted(await kickMember({ memberId: host.id, targetId: banned.id, ban: true }))
  granted(await leaveRoom({ memberId: gone.id }))
  expect(await vote(host.id, randomUUID())).toBe('not_found')
  expect(await vote(stranger.id)).toBe('not_member')
  expect(await vote(randomUUID())).toBe('not_member')
  expect(await vote(kicked.id)).toBe('not_member')
  expect(await vote(gone.id)).toBe('not_member')
  expect(await vote(banned.id)).toBe('banned')
  expect(refusalOf(await removeUpvote({ memberId: banned.id, streamId }))).toBe('banned')
  const { id: trackId } = await createTrack()
  const removed = granted(await addStream({ memberId: host.id, trackId }))
  granted(await removeStream({ memberId: host.id, streamId: removed.streamId }))
  expect(await vote(host.id, removed.streamId)).toBe('stream_removed')
  await db().room.update({ where: { id: roomId }, data: { closedAt: new Date() } })
  expect(await vote(host.id)).toBe('room_closed')
  expect(await db().upvote.count({ where: { streamId } })).toBe(0)
})

test('one bad vote among many is no matter of the others', async () => {
  const { roomId, streamId } = await roomWithSong()
  const fans = await Promise.all([1, 2, 3].map(() => createGuest(roomId)))
  const votes = fans.map(({ id }) => upvoteStream({ memberId: id, streamId }))
  const bad = upvoteStream({ memberId: 'nobody', streamId }).catch(() => 'threw')
  const last = await createGuest(roomId)
  votes.push(upvoteStream({ memberId: last.id, streamId }))
  for (const vote of votes) granted(await vote)
  expect(await bad).toBe('threw')
  expect(await db().roomQueue.findFirst({ where: { streamId } })).toMatchObject({ votes: 4 })
})
