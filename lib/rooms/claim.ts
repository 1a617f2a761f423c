import { publish } from '@/lib/bus'
import { db, type Tx } from '@/lib/db'
import type { BusMessage } from '@/lib/events'
import { bumpVersion, lockRooms } from './place'
import { memberSelect, memberView } from './views'

type Claim = { guestId: string; userId: string }

/**
 * A guest who signs up or in keeps their rooms: the memberships become the user's, and the statistics follow by their
 * foreign key. Where the user is a member already, the guest leaves instead.
 */
export async function claimGuestMemberships({ guestId, userId }: Claim): Promise<void> {
  const messages = await db().$transaction(async (tx) => {
    const rooms = await tx.roomMember.findMany({ where: { guestId }, select: { roomId: true } })
    const roomIds = rooms.map(({ roomId }) => roomId)
    if (roomIds.length === 0) return []
    await lockRooms(tx, roomIds)
    const guests = await tx.roomMember.findMany({
      where: { guestId, roomId: { in: roomIds } },
      select: { id: true, roomId: true, leftAt: true },
    })
    const asUser = await tx.roomMember.findMany({
      where: { userId, roomId: { in: roomIds } },
      select: { roomId: true },
    })
    const isMemberOf = new Set(asUser.map(({ roomId }) => roomId))
    const messages: BusMessage[] = []
    for (const guest of guests) {
      const message = isMemberOf.has(guest.roomId) ? await leave(tx, guest) : await become(tx, guest, userId)
      if (message) messages.push(message)
    }
    return messages
  })
  await Promise.all(messages.map(publish))
}

type Guest = { id: string; roomId: string; leftAt: Date | null }

async function become(tx: Tx, { id, roomId, leftAt }: Guest, userId: string): Promise<BusMessage | null> {
  const data = { userId, guestId: null, personId: userId }
  const member = await tx.roomMember.update({ where: { id }, data, select: memberSelect })
  if (leftAt) return null
  const version = await bumpVersion(tx, roomId)
  return { roomId, event: { type: 'member:changed', version, member: memberView(member) } }
}

async function leave(tx: Tx, { id, roomId, leftAt }: Guest): Promise<BusMessage | null> {
  if (leftAt) return null
  await tx.roomMember.update({ where: { id }, data: { leftAt: new Date() } })
  const version = await bumpVersion(tx, roomId)
  return { roomId, event: { type: 'member:left', version, memberId: id, reason: 'left' } }
}
