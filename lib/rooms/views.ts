import type { Prisma } from '@/lib/db'
import { type MemberView, type RoomView, roomSettings } from './schema'

// Explicit fields: what is not named here leaves no process.

export const roomSelect = {
  id: true,
  code: true,
  name: true,
  hostId: true,
  isPublic: true,
  lockedAt: true,
  settings: true,
  createdAt: true,
} as const satisfies Prisma.RoomSelect

export type RoomRow = Prisma.RoomGetPayload<{ select: typeof roomSelect }>

export function roomView({ id, code, name, hostId, isPublic, lockedAt, settings, createdAt }: RoomRow): RoomView {
  return {
    id,
    code,
    name,
    hostId,
    isPublic,
    isLocked: lockedAt !== null,
    settings: roomSettings.parse(settings),
    createdAt: createdAt.toISOString(),
  }
}

export const memberSelect = {
  id: true,
  displayName: true,
  role: true,
  userId: true,
  user: { select: { avatarUrl: true } },
  isScreen: true,
  joinedAt: true,
  room: { select: { hostId: true } },
} as const satisfies Prisma.RoomMemberSelect

export function memberView(row: Prisma.RoomMemberGetPayload<{ select: typeof memberSelect }>): MemberView {
  const { id, displayName, role, userId, isScreen, joinedAt, room, user } = row
  const isGuest = userId === null
  const isOwner = !isGuest && userId === room.hostId
  const avatarUrl = user?.avatarUrl ?? null
  return { memberId: id, displayName, avatarUrl, role, isGuest, isOwner, isScreen, joinedAt: joinedAt.toISOString() }
}
