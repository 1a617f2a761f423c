import { randomUUID } from 'node:crypto'
import { forgetDevices } from '@/lib/auth/device-cache'
import { publish } from '@/lib/bus'
import { invalidate } from '@/lib/cache/invalidate'
import { playlists } from '@/lib/cache/kinds/playlists'
import { preferences } from '@/lib/cache/kinds/preferences'
import { db, type Tx } from '@/lib/db'
import type { BusMessage } from '@/lib/events'
import { removeFile } from '@/lib/media/storage'
import { ok, type Result, refuse } from '@/lib/result'
import { bumpVersion, lockRooms } from '@/lib/rooms/place'
import { memberSelect, memberView } from '@/lib/rooms/views'
import { confirmPassword } from './confirm'

/** What stands where the name stood. */
export const FORMER_MEMBER = 'Former member'

type Deleted = { news: BusMessage[]; files: string[]; devices: { userId: string; deviceId: string }[] }

/**
 * Ends an account for good. Playlists, likes, reviews, messages and preferences go; songs stay without an uploader;
 * what they did in rooms stays counted, under no name and under ids that lead nowhere. A room of theirs goes to its
 * first moderator with an account, else it closes. Refuses `wrong_credentials`, `rate_limited`, `forbidden` (the only
 * admin among others).
 */
export async function deleteAccount({
  userId,
  currentPassword,
}: {
  userId: string
  currentPassword: string
}): Promise<Result<void>> {
  const confirmed = await confirmPassword({ userId, password: currentPassword })
  if (!confirmed.ok) return confirmed
  const deleted = await db().$transaction((tx) => end(tx, userId), { timeout: 60_000 })
  if (!deleted.ok) return deleted
  const { news, files, devices } = deleted.value
  for (const message of news) await publish(message)
  for (const file of files) await removeFile(file)
  await Promise.all([forgetDevices(devices), invalidate(playlists, userId), invalidate(preferences, userId)])
  return ok(undefined)
}

async function end(tx: Tx, userId: string): Promise<Result<Deleted>> {
  const memberships = await tx.roomMember.findMany({ where: { userId }, select: { roomId: true } })
  const hosted = await tx.room.findMany({ where: { hostId: userId }, select: { id: true } })
  await lockRooms(tx, [...new Set([...memberships.map(({ roomId }) => roomId), ...hosted.map(({ id }) => id)])])
  if (await isOnlyAdmin(tx, userId))
    return refuse('forbidden', 'You are the only admin here. Make somebody else an admin first.')
  const files = await filesOf(tx, userId)
  const devices = await tx.deviceSession.findMany({ where: { userId }, select: { userId: true, deviceId: true } })
  const news = [...(await leaveHostedRooms(tx, userId)), ...(await leaveMemberships(tx, userId))]
  await tx.user.delete({ where: { id: userId } })
  return ok({ news, files, devices })
}

async function isOnlyAdmin(tx: Tx, userId: string): Promise<boolean> {
  // Locked in the order of their ids, so that two admins who go at once don't both see the other one.
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "User" WHERE "role" = 'admin' ORDER BY "id" FOR UPDATE`
  const isAdmin = admins.some(({ id }) => id === userId)
  return isAdmin && admins.length === 1 && (await tx.user.count()) > 1
}

async function filesOf(tx: Tx, userId: string): Promise<string[]> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { avatarUrl: true } })
  const covers = await tx.playlist.findMany({ where: { userId }, select: { coverImageKey: true } })
  const avatar = user?.avatarUrl?.startsWith('/media/') ? user.avatarUrl.slice('/media/'.length) : null
  return [avatar, ...covers.map(({ coverImageKey }) => coverImageKey)].filter((key) => key !== null)
}

async function leaveHostedRooms(tx: Tx, userId: string): Promise<BusMessage[]> {
  const news: BusMessage[] = []
  const rooms = await tx.room.findMany({ where: { hostId: userId, closedAt: null }, select: { id: true } })
  for (const { id: roomId } of rooms) {
    const heir = await tx.roomMember.findFirst({
      where: {
        roomId,
        userId: { not: null },
        NOT: { userId },
        role: { in: ['host', 'moderator'] },
        leftAt: null,
        bannedAt: null,
      },
      orderBy: [{ role: 'asc' }, { joinedAt: 'asc' }],
      select: { id: true, userId: true },
    })
    news.push(heir ? await handOn(tx, roomId, heir) : await close(tx, roomId))
  }
  return news
}

async function handOn(tx: Tx, roomId: string, heir: { id: string; userId: string | null }): Promise<BusMessage> {
  await tx.room.update({ where: { id: roomId }, data: { hostId: heir.userId } })
  // A room has one host: whoever goes is none before the next one is.
  await tx.roomMember.updateMany({ where: { roomId, role: 'host', id: { not: heir.id } }, data: { role: 'listener' } })
  const member = await tx.roomMember.update({ where: { id: heir.id }, data: { role: 'host' }, select: memberSelect })
  const version = await bumpVersion(tx, roomId)
  return { roomId, event: { type: 'member:changed', version, member: memberView(member) } }
}

async function close(tx: Tx, roomId: string): Promise<BusMessage> {
  await tx.room.update({ where: { id: roomId }, data: { closedAt: new Date(), isPlaying: false } })
  return { roomId, event: { type: 'room:closed', version: await bumpVersion(tx, roomId) } }
}

/** The rows stay, since every number hangs on them: as those of a guest whom nobody is. */
async function leaveMemberships(tx: Tx, userId: string): Promise<BusMessage[]> {
  const members = await tx.roomMember.findMany({
    where: { userId },
    select: { id: true, roomId: true, leftAt: true, room: { select: { closedAt: true } } },
  })
  await tx.roomMessage.deleteMany({ where: { memberId: { in: members.map(({ id }) => id) } } })
  const news: BusMessage[] = []
  for (const { id, roomId, leftAt, room } of members) {
    const guestId = randomUUID()
    const leaving = { userId: null, guestId, personId: guestId, displayName: FORMER_MEMBER, role: 'listener' } as const
    await tx.roomMember.update({ where: { id }, data: { ...leaving, leftAt: leftAt ?? new Date() } })
    if (leftAt || room.closedAt) continue
    const version = await bumpVersion(tx, roomId)
    news.push({ roomId, event: { type: 'member:left', version, memberId: id, reason: 'left' } })
  }
  return news
}
