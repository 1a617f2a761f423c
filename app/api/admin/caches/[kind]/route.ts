import { nameOf } from '@/app/_server/name-of'
import { staffRoute } from '@/app/_server/staff'
import { flushCache } from '@/lib/admin/caches'

export const DELETE = staffRoute<{ kind: string }>('caches:flush', async ({ params, actorId }) =>
  flushCache({ actorId, kind: nameOf(params.kind) }),
)
