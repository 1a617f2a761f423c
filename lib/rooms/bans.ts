import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { lockPlace } from './place'
import { can } from './rules'
import type { BannedPerson, MemberRole } from './schema'

/** Who can't come back, the last one first. Refuses `forbidden` to all but the host. */
export async function bannedPeople({
  roomId,
  role,
}: {
  roomId: string
  role: MemberRole
}): Promise<Result<BannedPerson[]>> {
  if (!can(role, 'member:unban')) return ONLY_HOST
  const people = await db().roomMember.findMany({
    where: { roomId, bannedAt: { not: null } },
    orderBy: [{ bannedAt: 'desc' }, { id: 'asc' }],
    select: { id: true, displayName: true, userId: true, bannedAt: true },
  })
  return ok(
    people.map(({ id, displayName, userId, bannedAt }) => ({
      memberId: id,
      displayName,
      isGuest: userId === null,
      bannedAt: (bannedAt ?? new Date()).toISOString(),
    })),
  )
}

/** They may join again, as listeners. Refuses `forbidden` to all but the host, `not_found` when nobody is banned by that id. */
export async function unbanMember({
  memberId,
  targetId,
}: {
  memberId: string
  targetId: string
}): Promise<Result<void>> {
  return db().$transaction(async (tx) => {
    const place = await lockPlace(tx, memberId)
    if (!place.ok) return place
    if (!can(place.value.role, 'member:unban')) return ONLY_HOST
    const { count } = await tx.roomMember.updateMany({
      where: { id: targetId, roomId: place.value.roomId, bannedAt: { not: null } },
      data: { bannedAt: null },
    })
    return count > 0 ? ok(undefined) : refuse('not_found', 'They are not banned from this room.')
  })
}

const ONLY_HOST = refuse('forbidden', 'Only the host lets people back in.')
