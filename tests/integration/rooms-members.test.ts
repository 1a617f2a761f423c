import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { changeRole, joinRoom, kickMember, leaveRoom } from '@/lib/rooms/members'
import { closeRoom, updateRoom } from '@/lib/rooms/mutations'
import { memberOf } from '@/lib/rooms/queries'
import { guestOf, userOf } from '../factories/heard'
import { createGuest, createMember, createRoom } from '../factories/rooms'
import { createUser } from '../factories/users'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

const nobody: Viewer = { kind: 'nobody' }

test('somebody without an account joins with a name, becomes a guest, and comes back as the same one', async () => {
  const { room } = await createRoom()
  const typed = ` ${room.code.slice(0, 3)}-${room.code.slice(3).toLowerCase()}`
  const joined = granted(await joinRoom({ code: typed, viewer: nobody, displayName: 'Jonas' }))
  expect(joined).toMatchObject({ role: 'listener', newGuestId: expect.any(String) })
  const viewer = guestOf({ personId: joined.newGuestId ?? '' })
  const { version } = await db().room.findUniqueOrThrow({ where: { id: room.id } })
  const again = granted(await joinRoom({ code: room.code, viewer }))
  expect(again).toEqual({ ...joined, newGuestId: null })
  expect((await db().room.findUniqueOrThrow({ where: { id: room.id } })).version).toBe(version)
  await expect
    .poll(() => eventsOf(room.id))
    .toMatchObject([
      { type: 'member:joined', version, member: { memberId: joined.memberId, displayName: 'Jonas', isGuest: true } },
    ])
})

test('a guest without a name is asked for one; a user has theirs', async () => {
  const { room } = await createRoom()
  const refused = await joinRoom({ code: room.code, viewer: nobody })
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'invalid_input', fields: { displayName: 'Type a name.' } },
  })
  expect(await db().roomMember.count({ where: { roomId: room.id } })).toBe(1)
  const user = await createUser({ displayName: 'Priya' })
  const joined = granted(await joinRoom({ code: room.code, viewer: userOf(user) }))
  expect(await db().roomMember.findUnique({ where: { id: joined.memberId } })).toMatchObject({ displayName: 'Priya' })
})

test('ten joins of one person at once are one member', async () => {
  const { room } = await createRoom()
  const viewer = userOf(await createUser())
  const joins = await Promise.all(Array.from({ length: 10 }, () => joinRoom({ code: room.code, viewer })))
  expect(new Set(joins.map((join) => granted(join).memberId)).size).toBe(1)
  expect(await db().roomMember.count({ where: { roomId: room.id } })).toBe(2)
})

test('joining is refused for unknown codes, closed and locked rooms and the banned; who is in may stay', async () => {
  const { room, host, user } = await createRoom()
  const join = (viewer: Viewer, code = room.code) => joinRoom({ code, viewer, displayName: 'X' }).then(refusalOf)
  expect(await join(nobody, 'ZZZZZZ')).toBe('room_not_found')
  expect(await join(nobody, 'no code')).toBe('room_not_found')
  const [inside, gone, banned] = [await createGuest(room.id), await createGuest(room.id), await createGuest(room.id)]
  granted(await leaveRoom({ memberId: gone.id }))
  granted(await kickMember({ memberId: host.id, targetId: banned.id, ban: true }))
  expect(await join(guestOf(banned))).toBe('banned')
  granted(await updateRoom({ memberId: host.id, changes: { isLocked: true } }))
  expect(await join(nobody)).toBe('room_locked')
  expect(await join(guestOf(gone))).toBe('room_locked')
  expect(await join(guestOf(inside))).toBe(null)
  granted(await updateRoom({ memberId: host.id, changes: { isLocked: false } }))
  expect(await join(guestOf(gone))).toBe(null)
  granted(await closeRoom({ code: room.code, viewer: userOf(user) }))
  expect(await join(nobody)).toBe('room_closed')
  expect(await join(userOf(user))).toBe('room_closed')
})

test('leaving keeps the place; the host stays', async () => {
  const { room, host } = await createRoom()
  const guest = await createGuest(room.id)
  granted(await leaveRoom({ memberId: guest.id }))
  expect(refusalOf(await leaveRoom({ memberId: guest.id }))).toBe('not_member')
  expect(refusalOf(await memberOf(room.code, guestOf(guest)))).toBe('not_member')
  const back = granted(await joinRoom({ code: room.code, viewer: guestOf(guest) }))
  expect(back.memberId).toBe(guest.id)
  expect(refusalOf(await leaveRoom({ memberId: host.id }))).toBe('forbidden')
  await expect.poll(() => eventsOf(room.id).map(({ type }) => type)).toEqual(['member:left', 'member:joined'])
})

test('promote, kick and ban for every pair of roles', async () => {
  const { room, host } = await createRoom()
  const make = {
    host: async () => host,
    moderator: () => createMember(room.id, { role: 'moderator' }),
    listener: () => createGuest(room.id),
  }
  const roles = ['host', 'moderator', 'listener'] as const
  const allowed: string[] = []
  for (const actor of roles) {
    for (const target of roles) {
      const [{ id: memberId }, { id: targetId }] = [await make[actor](), await make[target]()]
      const pair = { memberId, targetId }
      if (refusalOf(await changeRole({ ...pair, role: target === 'moderator' ? 'listener' : 'moderator' })) === null) {
        allowed.push(`${actor} promotes ${target}`)
        await db().roomMember.update({ where: { id: targetId }, data: { role: target } })
      }
      if (refusalOf(await kickMember(pair)) === null) allowed.push(`${actor} kicks ${target}`)
      const other = await make[target]()
      if (refusalOf(await kickMember({ memberId, targetId: other.id, ban: true })) === null)
        allowed.push(`${actor} bans ${target}`)
    }
  }
  expect(allowed).toEqual([
    'host promotes moderator',
    'host kicks moderator',
    'host bans moderator',
    'host promotes listener',
    'host kicks listener',
    'host bans listener',
    'moderator kicks listener',
    'moderator bans listener',
  ])
})

test('nobody acts on themselves, on strangers, or twice', async () => {
  const { room, host } = await createRoom()
  const moderator = await createMember(room.id, { role: 'moderator' })
  const guest = await createGuest(room.id)
  const stranger = (await createRoom()).host
  const kick = (targetId: string, ban = false, memberId = host.id) =>
    kickMember({ memberId, targetId, ban }).then(refusalOf)
  expect(await kick(host.id)).toBe('forbidden')
  expect(await kick(moderator.id, true, moderator.id)).toBe('forbidden')
  expect(await kick(stranger.id)).toBe('not_found')
  expect(await kick(randomUUID())).toBe('not_found')
  expect(await kick(guest.id, false, stranger.id)).toBe('not_found')
  expect(await kick(guest.id)).toBe(null)
  expect(await kick(guest.id)).toBe('not_found')
  expect(refusalOf(await changeRole({ memberId: host.id, targetId: guest.id, role: 'moderator' }))).toBe('not_found')
  expect(await kick(guest.id, true)).toBe(null)
  expect(await kick(guest.id, true)).toBe('not_found')
  expect(await kick(guest.id)).toBe('not_found')
})

test('a role that somebody has already changes nothing', async () => {
  const { room, host } = await createRoom()
  const guest = await createGuest(room.id)
  const promote = () => changeRole({ memberId: host.id, targetId: guest.id, role: 'moderator' })
  expect(granted(await promote())).toMatchObject({ memberId: guest.id, role: 'moderator' })
  granted(await promote())
  expect((await db().room.findUniqueOrThrow({ where: { id: room.id } })).version).toBe(1)
})
