import { Prisma, type Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { type MemberRole, type RoomSettings, roomSettings } from './schema'

/** A member in their room, whose row is locked until the transaction ends. */
export type Place = { roomId: string; memberId: string; role: MemberRole; settings: RoomSettings }

type Row = Omit<Place, 'settings'> & Standing & { settings: unknown }
type Standing = { isClosed: boolean; isBanned: boolean; hasLeft: boolean }

/**
 * Locks the member's room, which every transaction that changes a room does first: so none of them deadlock.
 * Refuses `room_closed`, `banned`, `not_member`.
 */
export async function lockPlace(tx: Tx, memberId: string): Promise<Result<Place>> {
  // The member is locked after the room and read again by that: a ban may have been waiting before us.
  const [row] = await tx.$queryRaw<Row[]>`
    WITH room AS MATERIALIZED (
      SELECT r."id", r."settings", r."closedAt" FROM "RoomMember" m JOIN "Room" r ON r."id" = m."roomId"
      WHERE m."id" = ${memberId}::uuid FOR NO KEY UPDATE OF r
    )
    SELECT room."id" AS "roomId", m."id" AS "memberId", m."role"::text, room."settings",
      room."closedAt" IS NOT NULL AS "isClosed", m."bannedAt" IS NOT NULL AS "isBanned", m."leftAt" IS NOT NULL AS "hasLeft"
    FROM room JOIN "RoomMember" m ON m."id" = ${memberId}::uuid FOR KEY SHARE OF m`
  const refusal = whyNotThere(row)
  if (refusal) return refusal
  const { roomId, role, settings } = row as Row
  return ok({ roomId, memberId, role, settings: roomSettings.parse(settings) })
}

/** What keeps somebody from acting in a room; null when nothing does. */
export function whyNotThere(standing: Standing | undefined) {
  if (standing?.isClosed) return refuse('room_closed', 'This room is closed. Open a new one, or join another.')
  if (standing?.isBanned) return refuse('banned', 'You can’t come back to this room.')
  if (!standing || standing.hasLeft) return refuse('not_member', 'You are not in this room. Join it with its code.')
  return null
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

/** Locks rooms in the order of their ids. */
export async function lockRooms(tx: Tx, roomIds: string[]) {
  await tx.$executeRaw`
    SELECT FROM "Room" WHERE "id" = ANY(${Prisma.sql`${roomIds}::uuid[]`}) ORDER BY "id" FOR NO KEY UPDATE`
}
