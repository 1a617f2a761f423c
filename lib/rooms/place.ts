import type { Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { type MemberRole, type RoomSettings, roomSettings } from './schema'

// Every transaction that changes a room locks the room's row before anything else, so none of them deadlock.

/** A member in their room, whose row is locked until the transaction ends. */
export type Place = { roomId: string; memberId: string; role: MemberRole; settings: RoomSettings }

export type Standing = { isClosed: boolean; isBanned: boolean; hasLeft: boolean }

/** Locks the member's room. Refuses `room_closed`, `banned`, `not_member`. */
export async function lockPlace(tx: Tx, memberId: string): Promise<Result<Place>> {
  const rooms = await tx.$queryRaw<{ id: string }[]>`
    SELECT r."id" FROM "RoomMember" m JOIN "Room" r ON r."id" = m."roomId" WHERE m."id" = ${memberId}::uuid
    FOR NO KEY UPDATE OF r`
  if (rooms.length === 0) return NOT_MEMBER
  // Read after the lock, in a statement of its own: a ban may have been waiting before us, or the guest has become one
  // with the user that they are.
  const member = await tx.roomMember.findUnique({
    where: { id: memberId },
    select: {
      roomId: true,
      role: true,
      leftAt: true,
      bannedAt: true,
      room: { select: { settings: true, closedAt: true } },
    },
  })
  if (!member) return NOT_MEMBER
  const { roomId, role, leftAt, bannedAt, room } = member
  const standing = { isClosed: room.closedAt !== null, isBanned: bannedAt !== null, hasLeft: leftAt !== null }
  return whyNotThere(standing) ?? ok({ roomId, memberId, role, settings: roomSettings.parse(room.settings) })
}

/** Locks the room with that code. Refuses `room_not_found`, also for a text that is no code, and `room_closed`. */
export async function lockRoom(tx: Tx, code: string | null) {
  const [room] = code
    ? await tx.$queryRaw<{ id: string; hostId: string | null; isLocked: boolean; isClosed: boolean }[]>`
        SELECT "id", "hostId", "lockedAt" IS NOT NULL AS "isLocked", "closedAt" IS NOT NULL AS "isClosed"
        FROM "Room" WHERE "code" = ${code} FOR NO KEY UPDATE`
    : []
  if (!room) return ROOM_NOT_FOUND
  return room.isClosed ? ROOM_CLOSED : ok(room)
}

/**
 * Before somebody's place ends or their role changes. A vote or a command that waits for the room has read its member
 * already, and locks no more of the member than its key: only what happens under this lock does it read again.
 */
export async function lockMember(tx: Tx, memberId: string) {
  await tx.$queryRaw`SELECT 1 FROM "RoomMember" WHERE "id" = ${memberId}::uuid FOR UPDATE`
}

/** Locks several, in the order of their ids. */
export async function lockRooms(tx: Tx, roomIds: string[]) {
  await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ANY(${roomIds}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
}

/** What keeps somebody from acting in a room; null when nothing does. */
export function whyNotThere({ isClosed, isBanned, hasLeft }: Standing) {
  if (isBanned) return BANNED
  if (isClosed) return ROOM_CLOSED
  return hasLeft ? NOT_MEMBER : null
}

/** Tells the room's browsers that something changed: once for each change, in its transaction. */
export async function bumpVersion(tx: Tx, roomId: string): Promise<number> {
  const { version } = await tx.room.update({
    where: { id: roomId },
    data: { version: { increment: 1 } },
    select: { version: true },
  })
  return version
}

export const ROOM_NOT_FOUND = refuse('room_not_found', 'There is no room with this code. Check the letters.')
export const ROOM_CLOSED = refuse('room_closed', 'This room is closed. Open a new one, or join another.')
export const BANNED = refuse('banned', 'You can’t come back to this room.')
export const NOT_MEMBER = refuse('not_member', 'You are not in this room. Join it with its code.')

/** Whoever's browser was heard of this long ago still counts as listening. */
export const LISTENING_MS = 30_000
