import { randomInt, randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { createUser } from './users'

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A room with its host as a member. */
export async function createRoom(fields: { name?: string; isPublic?: boolean } = {}) {
  const user = await createUser()
  const code = Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const room = await db().room.create({
    data: { code, name: fields.name ?? 'Kitchen', isPublic: fields.isPublic ?? false, hostId: user.id },
  })
  const host = await db().roomMember.create({
    data: { roomId: room.id, userId: user.id, personId: user.id, displayName: user.displayName, role: 'host' },
  })
  return { room, host, user }
}

export function createGuest(roomId: string, fields: { displayName?: string; role?: 'moderator' | 'listener' } = {}) {
  const guestId = randomUUID()
  return db().roomMember.create({
    data: {
      roomId,
      guestId,
      personId: guestId,
      displayName: fields.displayName ?? 'Guest',
      role: fields.role ?? 'listener',
    },
  })
}

export async function createMember(roomId: string, fields: { role?: 'moderator' | 'listener' } = {}) {
  const user = await createUser()
  return db().roomMember.create({
    data: {
      roomId,
      userId: user.id,
      personId: user.id,
      displayName: user.displayName,
      role: fields.role ?? 'listener',
    },
  })
}

export const createGuests = (roomId: string, count: number) =>
  Promise.all(Array.from({ length: count }, () => createGuest(roomId)))
