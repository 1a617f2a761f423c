import { invalidateKind } from '@/lib/cache/invalidate'
import { kindNamed } from '@/lib/cache/registry'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { lockActor, writeAudit } from './audit'

/** Has everything of a kind forgotten, in every process. Refuses `forbidden`, `not_found`. */
export async function flushCache({ actorId, kind: name }: { actorId: string; kind: string }): Promise<Result<void>> {
  const kind = kindNamed(name)
  if (!kind) return refuse('not_found', 'There is no such cache.')
  const allowed = await db().$transaction(async (tx) => {
    const actor = await lockActor(tx, actorId, 'caches:flush')
    if (actor.ok) await writeAudit(tx, actor.value, { action: 'cache:flush', targetId: name, targetName: name })
    return actor
  })
  if (!allowed.ok) return allowed
  await invalidateKind(kind)
  return ok(undefined)
}
