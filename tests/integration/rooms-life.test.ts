import { expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { kickMember, leaveRoom } from '@/lib/rooms/members'
import { closeRoom, createRoom as openRoom, updateRoom, withFreeCode } from '@/lib/rooms/mutations'
import { endedRoom, memberOf, myRooms, roomPreview } from '@/lib/rooms/queries'
import { userOf } from '../factories/heard'
import { createGuest, createMember, createRoom } from '../factories/rooms'
import { createUser } from '../factories/users'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

const nobody: Viewer = { kind: 'nobody' }

test('opening a room makes its host the first member', async () => {
  const user = await createUser({ displayName: 'Maya' })
  const room = granted(await openRoom({ userId: user.id, name: 'Kitchen', isPublic: false }))
  expect(room).toMatchObject({ name: 'Kitchen', hostId: user.id, isLocked: false, settings: { whoAdds: 'everyone' } })
  expect(room.code).toMatch(/^[A-HJ-NP-Z2-9]{6}$/)
  const members = await db().roomMember.findMany({ where: { roomId: room.id } })
  expect(members).toMatchObject([{ userId: user.id, role: 'host', displayName: 'Maya' }])
  expect(await myRooms(user.id)).toMatchObject([{ code: room.code, role: 'host', members: 1, nowPlaying: null }])
})

test('a code that is taken gets another one', async () => {
  const { room, user } = await createRoom()
  const codes = [room.code, room.code, 'FRESH2']
  const create = (code: string) => db().room.create({ data: { code, name: 'Attic', hostId: user.id } })
  expect((await withFreeCode(create, () => codes.shift() ?? '')).code).toBe('FRESH2')
  await expect(withFreeCode(create, () => room.code)).rejects.toMatchObject({ code: 'P2002' })
})

test('only the host changes the room; what is so already changes nothing', async () => {
  const { room, host } = await createRoom()
  const moderator = await createMember(room.id, { role: 'moderator' })
  expect(refusalOf(await updateRoom({ memberId: moderator.id, changes: { name: 'Mine' } }))).toBe('forbidden')
  const changes = { name: 'Balcony', isLocked: true, settings: { whoAdds: 'moderators' } } as const
  expect(granted(await updateRoom({ memberId: host.id, changes }))).toMatchObject(changes)
  expect(granted(await updateRoom({ memberId: host.id, changes }))).toMatchObject(changes)
  expect((await db().room.findUniqueOrThrow({ where: { id: room.id } })).version).toBe(1)
})

test('the host and an admin close a room, others don’t, and it stays closed', async () => {
  const [one, two] = [await createRoom(), await createRoom()]
  const admin = { ...userOf(await createUser({ role: 'admin' })), role: 'admin' } as const
  const close = (code: string, viewer: Viewer) => closeRoom({ code, viewer }).then(refusalOf)
  expect(await close(one.room.code, nobody)).toBe('forbidden')
  expect(await close(one.room.code, userOf(two.user))).toBe('forbidden')
  expect(await close(one.room.code, userOf(one.user))).toBe(null)
  expect(await close(one.room.code, userOf(one.user))).toBe('room_closed')
  expect(await close(two.room.code, admin)).toBe(null)
  expect(refusalOf(await memberOf(one.room.code, userOf(one.user)))).toBe('room_closed')
  expect(refusalOf(await roomPreview(one.room.code))).toBe('room_closed')
  expect(await myRooms(one.user.id)).toEqual([])
  await expect.poll(() => eventsOf(one.room.id)).toEqual([{ type: 'room:closed', version: 1 }])
})

test('a closed room keeps its numbers for those who were in it, and for nobody else', async () => {
  const { room, host, user } = await createRoom()
  const [here, gone, banned] = [
    await createMember(room.id),
    await createGuest(room.id),
    await createMember(room.id),
  ] as const
  granted(await leaveRoom({ memberId: gone.id }))
  granted(await kickMember({ memberId: host.id, targetId: banned.id, ban: true }))
  const guest: Viewer = { kind: 'guest', guestId: gone.personId }
  const asked = async (viewer: Viewer) => (await endedRoom({ code: room.code.toLowerCase(), viewer }))?.name ?? null
  const viewerOf = (id: string) => userOf({ ...user, id })
  const others = [viewerOf(banned.personId), userOf(await createUser()), nobody]
  expect(await asked(userOf(user))).toBe(null)
  granted(await closeRoom({ code: room.code, viewer: userOf(user) }))
  expect(await Promise.all([userOf(user), viewerOf(here.personId), guest].map(asked))).toEqual([
    'Kitchen',
    'Kitchen',
    'Kitchen',
  ])
  expect(await Promise.all(others.map(asked))).toEqual([null, null, null])
})

test('a preview says what the door needs and nothing else', async () => {
  const { room } = await createRoom({ name: 'Rooftop' })
  const preview = granted(await roomPreview(room.code.toLowerCase()))
  expect(preview).toEqual({
    code: room.code,
    name: 'Rooftop',
    hostName: expect.any(String),
    listening: 1,
    locked: false,
    nowPlaying: null,
  })
  expect(refusalOf(await roomPreview('QQQQQQ'))).toBe('room_not_found')
})
