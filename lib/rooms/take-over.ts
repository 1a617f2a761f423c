import { publish } from '@/lib/bus'
import { db, type Tx } from '@/lib/db'
import type { BusMessage } from '@/lib/events'
import { ok, type Result, refuse } from '@/lib/result'
import { bumpVersion, lockPlace } from './place'
import { can } from './rules'
import type { MemberRole } from './schema'
import { memberSelect, memberView } from './views'

/**
 * A moderator hosts the room while its host is away, if the host allowed it.
 * Refuses `forbidden`, `no_take_over`, `too_soon`, and as lockPlace does.
 */
export async function takeOverRoom({ memberId }: { memberId: string }): Promise<Result<{ role: MemberRole }>> {
  const taken = await db().$transaction(async (tx) => {
    const place = await lockPlace(tx, memberId)
    if (!place.ok) return place
    const { roomId, role, settings } = place.value
    if (!can(role, 'room:take-over')) return refuse('forbidden', 'Only a moderator takes over.')
    if (settings.takeOverAfter === null) return refuse('no_take_over', 'The host did not allow anyone to take over.')
    const host = await tx.roomMember.findFirst({
      where: { roomId, role: 'host' },
      select: { displayName: true, lastSeenAt: true },
    })
    const leftMs = host ? host.lastSeenAt.getTime() + settings.takeOverAfter * 60_000 - Date.now() : 0
    if (host && leftMs > 0) return tooSoon(host.displayName, leftMs)
    return ok(await makeHost(tx, roomId, memberId))
  })
  if (!taken.ok) return taken
  for (const message of taken.value) await publish(message)
  return ok({ role: 'host' })
}

function tooSoon(name: string, leftMs: number) {
  const minutes = Math.ceil(leftMs / 60_000)
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return refuse('too_soon', `${name} was here a moment ago. You can take over in ${wait} if they stay away.`)
}

/** Whose room it is hosts it again, as soon as they are back. Changes nothing for anybody else. */
export async function returnAsHost({ memberId }: { memberId: string }): Promise<void> {
  const messages = await db().$transaction(async (tx) => {
    const place = await lockPlace(tx, memberId)
    if (!place.ok || place.value.role === 'host') return []
    const { roomId } = place.value
    const member = await tx.roomMember.findUniqueOrThrow({ where: { id: memberId }, select: memberSelect })
    return memberView(member).isOwner ? makeHost(tx, roomId, memberId) : []
  })
  for (const message of messages) await publish(message)
}

/** A room has one host: the one until now stays as a moderator. */
async function makeHost(tx: Tx, roomId: string, memberId: string): Promise<BusMessage[]> {
  const before = await tx.roomMember.findFirst({ where: { roomId, role: 'host' }, select: { id: true } })
  const changes: [string, MemberRole][] = [
    ...(before ? [[before.id, 'moderator'] as [string, MemberRole]] : []),
    [memberId, 'host'],
  ]
  const messages: BusMessage[] = []
  for (const [id, role] of changes) {
    const member = memberView(await tx.roomMember.update({ where: { id }, data: { role }, select: memberSelect }))
    messages.push({ roomId, event: { type: 'member:changed', version: await bumpVersion(tx, roomId), member } })
  }
  return messages
}
