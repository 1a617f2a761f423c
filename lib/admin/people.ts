import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { lockActor, writeAudit } from './audit'
import type { PersonRow } from './schema'

/**
 * What they have already changes nothing. Nobody changes their own role, so an admin always remains.
 * Refuses `forbidden`, `not_found`.
 */
export async function changeUserRole({
  actorId,
  userId,
  role,
}: {
  actorId: string
  userId: string
  role: PersonRow['role']
}): Promise<Result<void>> {
  return db().$transaction(async (tx) => {
    // All admins first, in one order: of two who take the right from each other at once the second has none any more.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "role" = 'admin' ORDER BY "id" FOR NO KEY UPDATE`
    const actor = await lockActor(tx, actorId, 'people:role')
    if (!actor.ok) return actor
    if (userId === actorId) return refuse('forbidden', 'You can’t change your own role. Ask another admin.')
    const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true, username: true } })
    if (!user) return refuse('not_found', 'There is no such person.')
    if (user.role === role) return ok(undefined)
    await tx.user.update({ where: { id: userId }, data: { role } })
    const details = { from: user.role, to: role }
    await writeAudit(tx, actor.value, { action: 'person:role', targetId: userId, targetName: user.username, details })
    return ok(undefined)
  })
}
