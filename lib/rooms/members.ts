import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/auth/viewer'
import { publish } from '@/lib/bus'
import { db, type Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { readCode } from './code'
import { BANNED, bumpVersion, lockMember, lockPlace, lockRoom } from './place'
import { canActOn } from './rules'
import type { MemberRole, MemberView } from './schema'
import { memberSelect, memberView } from './views'

export type Joined = {
  roomId: string
  memberId: string
  role: MemberRole
  /** Set when the viewer was nobody: the guest that they are from now on. */
  newGuestId: string | null
}

type Joining = { code: string; viewer: Viewer; displayName?: string | undefined; isScreen?: boolean }

/**
 * Idempotent. Who has left comes back to their old place; a screen that joins as a person is one from then on.
 * Refuses `room_not_found`, `room_closed`, `room_locked`, `banned`, `invalid_input` (a guest without a name).
 */
export async function joinRoom({ code, viewer, displayName, isScreen = false }: Joining): Promise<Result<Joined>> {
  const newGuestId = viewer.kind === 'nobody' ? randomUUID() : null
  const person = {
    userId: viewer.kind === 'user' ? viewer.userId : null,
    guestId: viewer.kind === 'guest' ? viewer.guestId : newGuestId,
    displayName: displayName ?? (viewer.kind === 'user' ? viewer.displayName : undefined),
    isScreen,
  }
  const joined = await db().$transaction((tx) => join(tx, readCode(code), person))
  if (!joined.ok) return joined
  const { roomId, version, member } = joined.value
  if (version !== null) await publish({ roomId, event: { type: 'member:joined', version, member } })
  return ok({ roomId, memberId: member.memberId, role: member.role, newGuestId })
}

type Person = { userId: string | null; guestId: string | null; displayName: string | undefined; isScreen: boolean }

async function join(tx: Tx, code: string | null, { displayName, isScreen, ...ids }: Person) {
  const room = await lockRoom(tx, code)
  if (!room.ok) return room
  const { id: roomId, isLocked } = room.value
  const personId = ids.userId ?? ids.guestId ?? ''
  const before = await tx.roomMember.findUnique({
    where: { roomId_personId: { roomId, personId } },
    select: { ...memberSelect, leftAt: true, bannedAt: true },
  })
  if (before?.bannedAt) return BANNED
  const isNewPerson = before?.isScreen && !isScreen
  if (before && !before.leftAt && !isNewPerson) return ok({ roomId, version: null, member: memberView(before) })
  // Who is here as a screen and now gives a name wants to be let in like everybody.
  if (isLocked) return refuse('room_locked', 'The host has locked this room. Ask to be let in.')
  const name = isScreen
    ? (before?.displayName ?? SCREEN_NAME)
    : (displayName ?? (isNewPerson ? null : before?.displayName))
  if (!name)
    return refuse('invalid_input', 'Type a name, so that the others know you.', { displayName: 'Type a name.' })
  const member = await tx.roomMember.upsert({
    where: { roomId_personId: { roomId, personId } },
    create: { roomId, personId, displayName: name, isScreen, ...(isScreen && { lastHeardAt: NEVER }), ...ids },
    update: { displayName: name, ...(isNewPerson && { isScreen: false }), leftAt: null, lastSeenAt: new Date() },
    select: memberSelect,
  })
  return ok({ roomId, version: await bumpVersion(tx, roomId), member: memberView(member) })
}

const SCREEN_NAME = 'Big screen'
const NEVER = new Date(0)

/** Refuses `not_member`, and `forbidden` to the host, who closes the room instead. */
export async function leaveRoom({ memberId }: { memberId: string }): Promise<Result<void>> {
  const left = await db().$transaction(async (tx) => {
    const place = await lockPlace(tx, memberId)
    if (!place.ok) return place
    const { roomId, role } = place.value
    if (role === 'host') return refuse('forbidden', 'You host this room. Close it when you are done.')
    await lockMember(tx, memberId)
    await tx.roomMember.update({ where: { id: memberId }, data: { leftAt: new Date(), skips: { deleteMany: {} } } })
    return ok({ roomId, version: await bumpVersion(tx, roomId) })
  })
  if (!left.ok) return left
  const { roomId, version } = left.value
  await publish({ roomId, event: { type: 'member:left', version, memberId, reason: 'left' } })
  return ok(undefined)
}

type OnTarget = { memberId: string; targetId: string }

/** Refuses `forbidden` (oneself, an equal, a superior), `not_found`. The role that they have changes nothing. */
export async function changeRole({
  memberId,
  targetId,
  role,
}: OnTarget & { role: 'moderator' | 'listener' }): Promise<Result<MemberView>> {
  const changed = await db().$transaction(async (tx) => {
    const target = await lockTarget(tx, { memberId, targetId }, 'member:role')
    if (!target.ok) return target
    const { roomId, leftAt, bannedAt, ...before } = target.value
    if (leftAt || bannedAt) return GONE
    if (before.role === role) return ok({ roomId, version: null, member: memberView(before) })
    await lockMember(tx, targetId)
    const member = await tx.roomMember.update({ where: { id: targetId }, data: { role }, select: memberSelect })
    return ok({ roomId, version: await bumpVersion(tx, roomId), member: memberView(member) })
  })
  if (!changed.ok) return changed
  const { roomId, version, member } = changed.value
  if (version !== null) await publish({ roomId, event: { type: 'member:changed', version, member } })
  return ok(member)
}

/** With `ban` they can't come back. Refuses `forbidden` (oneself, an equal, a superior), `not_found` (gone already). */
export async function kickMember({ ban = false, ...ids }: OnTarget & { ban?: boolean }): Promise<Result<void>> {
  const kicked = await db().$transaction(async (tx) => {
    const target = await lockTarget(tx, ids, ban ? 'member:ban' : 'member:kick')
    if (!target.ok) return target
    const { roomId, leftAt, bannedAt } = target.value
    if (bannedAt || (leftAt && !ban)) return GONE
    await lockMember(tx, ids.targetId)
    const now = new Date()
    const data = { leftAt: leftAt ?? now, bannedAt: ban ? now : null, role: 'listener' } as const
    await tx.roomMember.update({ where: { id: ids.targetId }, data: { ...data, skips: { deleteMany: {} } } })
    return ok({ roomId, version: await bumpVersion(tx, roomId) })
  })
  if (!kicked.ok) return kicked
  const { roomId, version } = kicked.value
  const reason = ban ? 'banned' : 'kicked'
  await publish({ roomId, event: { type: 'member:left', version, memberId: ids.targetId, reason } })
  return ok(undefined)
}

/** Locks the actor's room and finds the other person in it. */
async function lockTarget(tx: Tx, { memberId, targetId }: OnTarget, action: Parameters<typeof canActOn>[1]) {
  const place = await lockPlace(tx, memberId)
  if (!place.ok) return place
  const { roomId } = place.value
  const target = await tx.roomMember.findFirst({
    where: { id: targetId, roomId },
    select: { ...memberSelect, leftAt: true, bannedAt: true },
  })
  if (!target) return refuse('not_found', 'There is no such person in this room.')
  const isAllowed = canActOn(place.value, action, memberView(target))
  return isAllowed ? ok({ ...target, roomId }) : refuse('forbidden', 'You can’t do that to this person.')
}

const GONE = refuse('not_found', 'They are not in this room any more.')
