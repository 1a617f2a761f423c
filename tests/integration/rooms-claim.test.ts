import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sendMessage } from '@/lib/chat/mutations'
import { db } from '@/lib/db'
import { addStream, removeUpvote, upvoteStream } from '@/lib/queue/mutations'
import { claimGuestMemberships } from '@/lib/rooms/claim'
import { kickMember, leaveRoom } from '@/lib/rooms/members'
import { memberOf } from '@/lib/rooms/queries'
import { myStats } from '@/lib/stats/queries'
import { recordEvents } from '@/lib/stats/record-events'
import { differences } from '@/lib/stats/verify'
import { createPlayingRoom, eventOf, guestOf } from '../factories/heard'
import { createGuest, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { createUser } from '../factories/users'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

async function claimer() {
  const user = await createUser()
  const viewer = {
    kind: 'user',
    userId: user.id,
    username: user.username,
    displayName: user.displayName,
    role: 'user',
  } as const
  return { userId: user.id, viewer }
}

const guestIdOf = ({ guestId }: { guestId: string | null }) => guestId ?? ''

test('a guest who signs up keeps place, songs, votes and numbers', async () => {
  const { room, host } = await createRoom()
  const guest = await createGuest(room.id, { displayName: 'Jonas', role: 'moderator' })
  const { streamId } = granted(await addStream({ memberId: guest.id, trackId: (await createTrack()).id }))
  granted(await upvoteStream({ memberId: host.id, streamId }))
  const { userId, viewer } = await claimer()
  await claimGuestMemberships({ guestId: guestIdOf(guest), userId })
  expect(granted(await memberOf(room.code, viewer))).toMatchObject({
    memberId: guest.id,
    role: 'moderator',
    displayName: 'Jonas',
  })
  expect(refusalOf(await memberOf(room.code, { kind: 'guest', guestId: guestIdOf(guest) }))).toBe('not_member')
  expect(await myStats(userId)).toMatchObject({
    totals: { totalAdded: 1, totalLikesGot: 1, totalLikesGiven: 0 },
    rooms: [{ code: room.code, totalAdded: 1 }],
  })
  expect(await myStats(guestIdOf(guest))).toMatchObject({ rooms: [] })
  expect(await differences()).toEqual([])
  await expect
    .poll(() => eventsOf(room.id).at(-1))
    .toMatchObject({ type: 'member:changed', member: { memberId: guest.id, isGuest: false } })
})

test('where the user is a member already, both become one: songs, votes, plays, words and role', async () => {
  const { room, guests, trackId, streamId } = await createPlayingRoom({ songs: 2, listeners: 2 })
  const [guest, other] = guests
  const { userId, viewer } = await claimer()
  if (!guest || !other) throw new Error('Nobody listens.')
  const data = { roomId: room.id, userId, personId: userId, displayName: 'Leo', joinedAt: guest.joinedAt }
  const user = await db().roomMember.create({ data: { ...data, leftAt: new Date() } })
  await db().roomMember.update({ where: { id: guest.id }, data: { role: 'moderator' } })
  const mine = granted(await addStream({ memberId: guest.id, trackId: (await createTrack()).id })).streamId
  await db().roomMember.update({ where: { id: user.id }, data: { leftAt: null } })
  // Both voted for two songs, and both heard the first. One vote is the guest's alone.
  for (const [memberId, voted] of [
    [guest.id, streamId],
    [user.id, streamId],
    [other.id, streamId],
    [guest.id, mine],
    [user.id, mine],
  ] as const)
    granted(await upvoteStream({ memberId, streamId: voted }))
  const alone = granted(await addStream({ memberId: other.id, trackId: (await createTrack()).id })).streamId
  granted(await upvoteStream({ memberId: guest.id, streamId: alone }))
  for (const who of [guestOf(guest), viewer]) granted(await recordEvents(who, [eventOf(trackId)]))
  granted(await sendMessage({ memberId: guest.id, text: 'Louder!' }))
  await db().roomMember.update({ where: { id: user.id }, data: { leftAt: new Date() } })

  await claimGuestMemberships({ guestId: guestIdOf(guest), userId })
  expect(await differences()).toEqual([])
  expect(await db().roomMember.count({ where: { guestId: guest.guestId } })).toBe(0)
  expect(granted(await memberOf(room.code, viewer))).toMatchObject({ memberId: user.id, role: 'moderator' })
  const votesOf = async (id: string) => (await db().roomQueue.findUniqueOrThrow({ where: { streamId: id } })).votes
  expect([await votesOf(streamId), await votesOf(mine), await votesOf(alone)]).toEqual([2, 1, 1])
  expect(await db().streamPlay.count({ where: { streamId } })).toBe(1)
  expect((await myStats(userId)).totals).toEqual({ totalAdded: 1, totalLikesGot: 1, totalLikesGiven: 3 })
  expect(await db().roomMessage.count({ where: { memberId: user.id } })).toBe(1)
  await expect
    .poll(() => eventsOf(room.id).slice(-3))
    .toMatchObject([
      { type: 'member:left', memberId: guest.id, reason: 'left' },
      { type: 'member:joined', member: { memberId: user.id, isGuest: false } },
      { type: 'room:outdated' },
    ])
})

test('becoming one in the middle of votes of both keeps every number, and no vote comes in for who is gone', async () => {
  const rooms = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const { room, host, user } = await createRoom()
      const guest = await createGuest(room.id)
      const streamIds: string[] = []
      for (const { id: memberId } of [host, guest])
        streamIds.push(granted(await addStream({ memberId, trackId: (await createTrack()).id })).streamId)
      return { guest, user, host, streamIds }
    }),
  )
  const claims = rooms.map(async ({ guest, user }, i) => {
    await sleep(i * 10)
    await claimGuestMemberships({ guestId: guestIdOf(guest), userId: user.id })
  })
  const votes = rooms.map(async ({ guest, host, streamIds }) => {
    const codes = new Set<string | null>()
    for (let round = 0; round < 12; round++) {
      const both = [guest.id, host.id].flatMap((memberId) => streamIds.map((streamId) => ({ memberId, streamId })))
      const turn = round % 3 === 2 ? removeUpvote : upvoteStream
      for (const result of await Promise.all(both.map(turn))) codes.add(refusalOf(result))
    }
    return [...codes]
  })
  const codes = (await Promise.all(votes)).flat()
  await Promise.all(claims)
  for (const code of codes) expect([null, 'not_member']).toContain(code)
  expect(await differences()).toEqual([])
  for (const { guest, streamIds } of rooms) {
    expect(await db().upvote.count({ where: { memberId: guest.id } })).toBe(0)
    for (const streamId of streamIds)
      expect((await db().roomQueue.findUniqueOrThrow({ where: { streamId } })).votes).toBeLessThanOrEqual(1)
  }
})

test('a ban is kept, and a room that was left stays left', async () => {
  const [one, two] = [await createRoom(), await createRoom()]
  const banned = await createGuest(one.room.id)
  const gone = await db().roomMember.create({
    data: { roomId: two.room.id, guestId: banned.guestId, personId: banned.personId, displayName: 'Guest' },
  })
  granted(await kickMember({ memberId: one.host.id, targetId: banned.id, ban: true }))
  granted(await leaveRoom({ memberId: gone.id }))
  const { userId, viewer } = await claimer()
  await claimGuestMemberships({ guestId: guestIdOf(banned), userId })
  expect(refusalOf(await memberOf(one.room.code, viewer))).toBe('banned')
  expect(refusalOf(await memberOf(two.room.code, viewer))).toBe('not_member')
})

test('claiming twice at once, or with nothing to claim, does no harm', async () => {
  const { room } = await createRoom()
  const guest = await createGuest(room.id)
  const { userId } = await claimer()
  const claim = { guestId: guestIdOf(guest), userId }
  await Promise.all([claimGuestMemberships(claim), claimGuestMemberships(claim)])
  await claimGuestMemberships(claim)
  expect(await db().roomMember.findMany({ where: { userId } })).toMatchObject([{ id: guest.id, leftAt: null }])
})
