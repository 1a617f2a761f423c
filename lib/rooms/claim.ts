import { publish } from '@/lib/bus'
import { invalidateSoon } from '@/lib/cache/invalidate'
import { trending } from '@/lib/cache/kinds/trending'
import { db, type Tx } from '@/lib/db'
import type { BusMessage, RoomEvent } from '@/lib/events'
import { rebuildTrack } from '@/lib/stats/rebuild-all'
import { mergeMember } from './merge-member'
import { bumpVersion, lockRooms } from './place'
import type { MemberRole } from './schema'
import { memberSelect, memberView } from './views'

type Claim = { guestId: string; userId: string }

/**
 * A guest who signs up or in keeps their rooms: the memberships become the user's, and the statistics follow by their
 * foreign key. Where the user is a member already, both become one.
 */
export async function claimGuestMemberships({ guestId, userId }: Claim): Promise<void> {
  const { messages, trackIds } = await db().$transaction((tx) => claim(tx, { guestId, userId }))
  await Promise.all(messages.map(publish))
  if (trackIds.length > 0) invalidateSoon(trending)
}

async function claim(tx: Tx, { guestId, userId }: Claim) {
  const messages: BusMessage[] = []
  const trackIds = new Set<string>()
  const rooms = await tx.roomMember.findMany({ where: { guestId }, select: { roomId: true } })
  const roomIds = rooms.map(({ roomId }) => roomId)
  if (roomIds.length > 0) await lockRooms(tx, roomIds)
  const select = { id: true, roomId: true, role: true, joinedAt: true, leftAt: true, bannedAt: true } as const
  const guests = await tx.roomMember.findMany({ where: { guestId, roomId: { in: roomIds } }, select })
  const users = await tx.roomMember.findMany({ where: { userId, roomId: { in: roomIds } }, select })
  const userIn = new Map(users.map((user) => [user.roomId, user]))
  for (const guest of guests) {
    const user = userIn.get(guest.roomId)
    const events = user ? await becomeOne(tx, guest, user, trackIds) : await become(tx, guest, userId)
    messages.push(...events.map((event) => ({ roomId: guest.roomId, event })))
  }
  // Other rooms' votes change these rows too: everyone takes them in one order.
  for (const trackId of [...trackIds].sort()) await rebuildTrack(tx, trackId)
  return { messages, trackIds: [...trackIds] }
}

type Member = {
  id: string
  roomId: string
  role: MemberRole
  joinedAt: Date
  leftAt: Date | null
  bannedAt: Date | null
}

async function become(tx: Tx, { id, roomId, leftAt }: Member, userId: string): Promise<RoomEvent[]> {
  const data = { userId, guestId: null, personId: userId }
  const member = await tx.roomMember.update({ where: { id }, data, select: memberSelect })
  if (leftAt) return []
  return [{ type: 'member:changed', version: await bumpVersion(tx, roomId), member: memberView(member) }]
}

const RANK = { listener: 0, moderator: 1, host: 2 } as const

/** The user has from then on what either had: songs, votes, what was heard and said, the higher role, the place. */
async function becomeOne(tx: Tx, guest: Member, user: Member, trackIds: Set<string>): Promise<RoomEvent[]> {
  // Who was banned as a guest stays so.
  if (guest.bannedAt) return []
  const { roomId } = guest
  for (const trackId of await mergeMember(tx, { roomId, fromId: guest.id, intoId: user.id })) trackIds.add(trackId)
  const isBack = user.leftAt !== null && user.bannedAt === null && guest.leftAt === null
  const role = !user.bannedAt && RANK[guest.role] > RANK[user.role] ? guest.role : user.role
  const joinedAt = new Date(Math.min(guest.joinedAt.getTime(), user.joinedAt.getTime()))
  const data = { role, joinedAt, ...(isBack ? { leftAt: null, lastSeenAt: new Date() } : {}) }
  const member = memberView(await tx.roomMember.update({ where: { id: user.id }, data, select: memberSelect }))
  const events: RoomEvent[] = []
  if (!guest.leftAt) {
    const left = { type: 'member:left', memberId: guest.id, reason: 'left' } as const
    events.push({ ...left, version: await bumpVersion(tx, roomId) })
  }
  if (isBack) events.push({ type: 'member:joined', version: await bumpVersion(tx, roomId), member })
  // Whose songs are whose, and how many votes they have.
  events.push({ type: 'room:outdated', version: await bumpVersion(tx, roomId) })
  return events
}
