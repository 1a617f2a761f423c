import type { Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { type AdminRight, hasRight } from './rights'
import type { AuditAction } from './schema'

export type Actor = { id: string; name: string }

/**
 * Who acts, as the database knows them: a role that was taken away a moment ago gives no right. Their row stays as it
 * is until the transaction ends. Refuses `forbidden`.
 */
export async function lockActor(tx: Tx, actorId: string, right: AdminRight): Promise<Result<Actor>> {
  const [user] = await tx.$queryRaw<{ displayName: string; role: string }[]>`
    SELECT "displayName", "role"::text FROM "User" WHERE "id" = ${actorId}::uuid FOR SHARE`
  if (!user || !hasRight(user.role, right)) return refuse('forbidden', 'Your account has no right to do this.')
  return ok({ id: actorId, name: user.displayName })
}

type Deed = { action: AuditAction; targetId: string; targetName: string; details?: Record<string, string> }

/** Call it in the transaction of the deed: neither is there without the other. */
export async function writeAudit(tx: Tx, actor: Actor, { action, targetId, targetName, details = {} }: Deed) {
  await tx.auditEntry.create({
    data: { actorId: actor.id, actorName: actor.name, action, targetId, targetName: targetName.slice(0, 255), details },
  })
}
