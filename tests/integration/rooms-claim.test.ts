import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { addStream, upvoteStream } from '@/lib/queue/mutations'
import { claimGuestMemberships } from '@/lib/rooms/claim'
import { kickMember, leaveRoom } from '@/lib/rooms/members'
import { memberOf } from '@/lib/rooms/queries'
import { myStats } from '@/lib/stats/queries'
import { differences } from '@/lib/stats/verify'
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

test('where the user is a member already, the guest leaves instead', async () => {
  const { room, host, user } = await createRoom()
  const guest = await createGuest(room.id)
  granted(await addStream({ memberId: guest.id, trackId: (await createTrack()).id }))
  await claimGuestMemberships({ guestId: guestIdOf(guest), userId: user.id })
  expect(await db().roomMember.findUnique({ where: { id: guest.id } })).toMatchObject({
    userId: null,
    leftAt: expect.any(Date),
  })
  expect(await db().roomMember.findUnique({ where: { id: host.id } })).toMatchObject({ role: 'host', leftAt: null })
  expect(await differences()).toEqual([])
  await expect
    .poll(() => eventsOf(room.id).at(-1))
    .toMatchObject({ type: 'member:left', memberId: guest.id, reason: 'left' })
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
