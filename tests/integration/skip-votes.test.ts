import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { recountSkipVotes, voteToSkip } from '@/lib/playback/skip-votes'
import { kickMember, leaveRoom } from '@/lib/rooms/members'
import { updateRoom } from '@/lib/rooms/mutations'
import { roomSnapshot } from '@/lib/rooms/queries'
import { differences } from '@/lib/stats/verify'
import { createPlayingRoom, userOf } from '../factories/heard'
import { createGuest } from '../factories/rooms'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

/** A room that plays, with this many people who are connected, the host among them. */
async function party(people: number, songs = 4) {
  const { room, host, user, guests, queueId } = await createPlayingRoom({ songs, listeners: people - 1 })
  const here = [host, ...guests].map(({ id }) => id)
  const vote = (memberId: string, fields: { isWanted?: boolean; queueId?: string } = {}) =>
    voteToSkip({ memberId, here, isWanted: true, ...fields })
  const current = async () => (await db().room.findUniqueOrThrow({ where: { id: room.id } })).currentQueueId
  return { roomId: room.id, code: room.code, host, user, guests, queueId, here, vote, current }
}

test('half of those who are here skip a song; each counts once, and may change their mind', async () => {
  const { roomId, code, user, host, guests, queueId, vote, current } = await party(6)
  const [a, b, c] = guests.map(({ id }) => id) as [string, string, string]
  expect(granted(await vote(a))).toMatchObject({ votes: 1, needed: 3, isSkipped: false })
  expect(granted(await vote(a))).toMatchObject({ votes: 1, needed: 3, isSkipped: false })
  expect(granted(await vote(b))).toMatchObject({ votes: 2 })
  expect(granted(await vote(b, { isWanted: false }))).toMatchObject({ votes: 1 })
  granted(await vote(b))
  const snapshot = granted(await roomSnapshot({ code, viewer: userOf(user) }))
  expect(snapshot.skipVotes.toSorted()).toEqual([a, b].sort())
  expect(await current()).toBe(queueId)
  expect(granted(await vote(c))).toMatchObject({ votes: 3, isSkipped: true })
  expect(await current()).not.toBe(queueId)
  await expect.poll(() => eventsOf(roomId).at(-1)?.type).toBe('playback:changed')
  expect(eventsOf(roomId).filter(({ type }) => type === 'skip:voted')).toHaveLength(4)
  expect(refusalOf(await vote(host.id, { queueId }))).toBe('stream_played')
  expect(await differences()).toEqual([])
})

test('the votes are reset for the next song', async () => {
  const { code, user, guests, vote } = await party(4)
  const [a, b] = guests.map(({ id }) => id) as [string, string]
  granted(await vote(a))
  expect(granted(await vote(b)).isSkipped).toBe(true)
  expect(granted(await roomSnapshot({ code, viewer: userOf(user) })).skipVotes).toEqual([])
  expect(granted(await vote(a))).toMatchObject({ votes: 1, isSkipped: false })
  expect(await db().skipVote.count()).toBe(1)
})

test('two who skip at the same instant skip one song', async () => {
  const { roomId, guests, vote, here } = await party(12, 6)
  for (const { id } of guests.slice(0, 5)) granted(await vote(id))
  const outcomes = await Promise.all([
    ...guests.slice(5).map(({ id }) => vote(id)),
    recountSkipVotes(roomId, here.slice(0, 8)).then(() => null),
  ])
  const skips = outcomes.filter((outcome) => outcome?.ok && outcome.value.isSkipped)
  expect(skips.length).toBeLessThanOrEqual(1)
  expect(await db().roomQueue.count({ where: { roomId, isPlayed: true } })).toBe(2)
})

test('at least one vote, also where nobody else is; one’s own counts whatever the server knows of one', async () => {
  const { host } = await party(1)
  expect(granted(await voteToSkip({ memberId: host.id, here: [], isWanted: true }))).toMatchObject({
    needed: 1,
    isSkipped: true,
  })
})

test('a leaver’s vote goes, and what is left may be enough', async () => {
  const { roomId, host, guests, here, vote, queueId, current } = await party(7)
  const [a, b, c] = guests.map(({ id }) => id) as [string, string, string]
  for (const memberId of [a, b, c]) granted(await vote(memberId))
  granted(await leaveRoom({ memberId: a }))
  granted(await kickMember({ memberId: host.id, targetId: b }))
  expect(await recountSkipVotes(roomId, here)).toBe(false)
  expect(await recountSkipVotes(roomId, here.slice(0, 6))).toBe(false)
  expect(await current()).toBe(queueId)
  expect(await recountSkipVotes(roomId, [host.id, c])).toBe(true)
  expect(await current()).not.toBe(queueId)
})

test('people are counted by their last sign where nobody knows who is connected; the absent don’t count', async () => {
  const { room, guests } = await createPlayingRoom({ songs: 2, listeners: 5 })
  const longAgo = new Date(Date.now() - 60_000)
  await db().roomMember.updateMany({ where: { roomId: room.id }, data: { lastSeenAt: longAgo } })
  await db().roomMember.updateMany({ where: { id: guests[1]?.id ?? '' }, data: { lastSeenAt: new Date() } })
  expect(granted(await voteToSkip({ memberId: guests[0]?.id ?? '', isWanted: true }))).toMatchObject({
    needed: 1,
    isSkipped: true,
  })
})

test('no vote where the room has none, nothing plays, or one is not in it', async () => {
  const { roomId, host, guests, vote } = await party(3)
  const stranger = await createGuest(roomId)
  granted(await leaveRoom({ memberId: stranger.id }))
  expect(refusalOf(await vote(stranger.id))).toBe('not_member')
  granted(await updateRoom({ memberId: host.id, changes: { settings: { skipPercent: null } } }))
  expect(refusalOf(await vote(guests[0]?.id ?? ''))).toBe('no_skip_vote')
  granted(await updateRoom({ memberId: host.id, changes: { settings: { skipPercent: 100 } } }))
  for (let i = 0; i < 4; i++) granted(await commandPlayback({ roomId, memberId: host.id, action: 'skip' }))
  expect(refusalOf(await vote(guests[0]?.id ?? ''))).toBe('nothing_to_play')
})
