import type { Tx } from '@/lib/db'
import type { BusMessage } from '@/lib/events'
import { bumpVersion, lockRooms } from '@/lib/rooms/place'
import { memberSelect, memberView } from '@/lib/rooms/views'

/** Locks the open rooms that the user is in, before anything of theirs is changed. */
export async function lockRoomsOf(tx: Tx, userId: string): Promise<string[]> {
  const members = await tx.roomMember.findMany({
    where: { userId, leftAt: null, bannedAt: null, room: { closedAt: null } },
    select: { roomId: true },
  })
  const roomIds = members.map(({ roomId }) => roomId)
  if (roomIds.length > 0) await lockRooms(tx, roomIds)
  return roomIds
}

/** Tells the people in those rooms how the user looks now: to publish after the commit. */
export async function newsOf(tx: Tx, userId: string, roomIds: string[]): Promise<BusMessage[]> {
  const members = await tx.roomMember.findMany({
    where: { userId, roomId: { in: roomIds } },
    select: { ...memberSelect, roomId: true },
  })
  const news: BusMessage[] = []
  for (const { roomId, ...member } of members) {
    const version = await bumpVersion(tx, roomId)
    news.push({ roomId, event: { type: 'member:changed', version, member: memberView(member) } })
  }
  return news
}
