import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { commandPlayback } from '@/lib/playback/mutations'
import { addStream } from '@/lib/queue/mutations'
import { bannedPeople, unbanMember } from '@/lib/rooms/bans'
import { changeRole, joinRoom, kickMember } from '@/lib/rooms/members'
import { closeRoom, updateRoom } from '@/lib/rooms/mutations'
import { memberOf, roomSnapshot } from '@/lib/rooms/queries'
import { returnAsHost, takeOverRoom } from '@/lib/rooms/take-over'
import { guestOf, userOf } from '../factories/heard'
import { createGuest, createMember, createRoom } from '../factories/rooms'
import { createTrack } from '../factories/tracks'
import { createUser } from '../factories/users'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

const awayFor = (memberId: string, minutes: number) =>
  db().roomMember.update({ where: { id: memberId }, data: { lastSeenAt: new Date(Date.now() - minutes * 60_000) } })

const rolesIn = async (roomId: string) => {
  const members = await db().roomMember.findMany({ where: { roomId }, orderBy: { joinedAt: 'asc' } })
  return Object.fromEntries(members.map(({ id, role }) => [id, role]))
}

/** A room whose moderators may take over after 10 minutes. */
async function roomWithModerators() {
  const { room, host, user } = await createRoom()
  granted(await updateRoom({ memberId: host.id, changes: { settings: { takeOverAfter: 10 } } }))
  const moderator = await createGuest(room.id, { displayName: 'Jonas', role: 'moderator' })
  return { roomId: room.id, code: room.code, host, user, moderator, owner: userOf(user) }
}

test('a banned guest and a banned user are listed for the host, who lets them in again', async () => {
  const { room, host } = await createRoom()
  const account = await createUser()
  const guest = await createGuest(room.id, { displayName: 'Kim' })
  const viewer = userOf(account)
  const user = granted(await joinRoom({ code: room.code, viewer }))
  const moderator = await createMember(room.id, { role: 'moderator' })
  for (const targetId of [guest.id, user.memberId]) {
    granted(await kickMember({ memberId: moderator.id, targetId, ban: true }))
    expect(refusalOf(await kickMember({ memberId: host.id, targetId, ban: true }))).toBe('not_found')
  }
  const listFor = (role: 'host' | 'moderator' | 'listener') => bannedPeople({ roomId: room.id, role })
  expect(granted(await listFor('host'))).toMatchObject([
    { memberId: user.memberId, isGuest: false },
    { memberId: guest.id, displayName: 'Kim', isGuest: true },
  ])
  expect(refusalOf(await listFor('moderator'))).toBe('forbidden')
  expect(refusalOf(await joinRoom({ code: room.code, viewer }))).toBe('banned')
  expect(refusalOf(await unbanMember({ memberId: moderator.id, targetId: user.memberId }))).toBe('forbidden')
  granted(await unbanMember({ memberId: host.id, targetId: user.memberId }))
  expect(refusalOf(await unbanMember({ memberId: host.id, targetId: user.memberId }))).toBe('not_found')
  expect(granted(await joinRoom({ code: room.code, viewer }))).toMatchObject({
    memberId: user.memberId,
    role: 'listener',
  })
  expect(refusalOf(await joinRoom({ code: room.code, viewer: guestOf(guest) }))).toBe('banned')
})

test('one host bans nobody of another host’s room', async () => {
  const [mine, theirs] = [await createRoom(), await createRoom()]
  const guest = await createGuest(theirs.room.id)
  expect(refusalOf(await kickMember({ memberId: mine.host.id, targetId: guest.id, ban: true }))).toBe('not_found')
  granted(await kickMember({ memberId: theirs.host.id, targetId: guest.id, ban: true }))
  expect(refusalOf(await unbanMember({ memberId: mine.host.id, targetId: guest.id }))).toBe('not_found')
})

test('the host leaves and the room plays on; the host returns and is still the host (metastream#26, #275, plezy#875)', async () => {
  const { roomId, code, host, owner } = await roomWithModerators()
  granted(await addStream({ memberId: host.id, trackId: (await createTrack()).id }))
  granted(await commandPlayback({ roomId, memberId: host.id, action: 'play' }))
  await awayFor(host.id, 600)
  const listener = await createGuest(roomId)
  granted(await addStream({ memberId: listener.id, trackId: (await createTrack()).id }))
  expect(granted(await roomSnapshot({ code, viewer: guestOf(listener) })).playback.isPlaying).toBe(true)
  expect(granted(await joinRoom({ code, viewer: owner }))).toMatchObject({ memberId: host.id, role: 'host' })
})

test('a moderator takes over after the minutes that the host allowed, and the host gets the room back by returning', async () => {
  const { roomId, code, host, moderator, owner } = await roomWithModerators()
  await awayFor(host.id, 7)
  expect(await takeOverRoom({ memberId: moderator.id })).toMatchObject({
    refusal: { code: 'too_soon', message: expect.stringContaining('You can take over in 3 minutes') },
  })
  await awayFor(host.id, 11)
  granted(await takeOverRoom({ memberId: moderator.id }))
  expect(await rolesIn(roomId)).toEqual({ [host.id]: 'moderator', [moderator.id]: 'host' })
  await expect
    .poll(() => eventsOf(roomId).filter(({ type }) => type === 'member:changed'))
    .toMatchObject([{ member: { role: 'moderator', isOwner: true } }, { member: { role: 'host', isOwner: false } }])
  granted(await updateRoom({ memberId: moderator.id, changes: { name: 'Attic' } }))
  for (const ban of [true, false])
    expect(refusalOf(await kickMember({ memberId: moderator.id, targetId: host.id, ban }))).toBe('forbidden')
  expect(refusalOf(await changeRole({ memberId: moderator.id, targetId: host.id, role: 'listener' }))).toBe('forbidden')
  expect(refusalOf(await closeRoom({ code, viewer: guestOf(moderator) }))).toBe('forbidden')

  expect(granted(await memberOf(code, owner))).toMatchObject({ role: 'moderator', isOwner: true })
  await returnAsHost({ memberId: host.id })
  await returnAsHost({ memberId: host.id })
  await returnAsHost({ memberId: moderator.id })
  expect(await rolesIn(roomId)).toEqual({ [host.id]: 'host', [moderator.id]: 'moderator' })
})

test('two moderators who take over at once: one does', async () => {
  const { roomId, host, moderator } = await roomWithModerators()
  const other = await createGuest(roomId, { role: 'moderator' })
  await awayFor(host.id, 60)
  const taken = await Promise.all([moderator, other].map(({ id }) => takeOverRoom({ memberId: id })))
  expect(taken.map(refusalOf).sort()).toEqual(['too_soon', null].sort())
  expect(Object.values(await rolesIn(roomId)).filter((role) => role === 'host')).toHaveLength(1)
})

test('nobody takes over where the host did not allow it, nor a listener anywhere', async () => {
  const { roomId, host, moderator } = await roomWithModerators()
  await awayFor(host.id, 60)
  expect(refusalOf(await takeOverRoom({ memberId: (await createGuest(roomId)).id }))).toBe('forbidden')
  expect(refusalOf(await takeOverRoom({ memberId: host.id }))).toBe('forbidden')
  granted(await updateRoom({ memberId: host.id, changes: { settings: { takeOverAfter: null } } }))
  expect(refusalOf(await takeOverRoom({ memberId: moderator.id }))).toBe('no_take_over')
})
