import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import { roleOf } from '@/lib/admin/queries'
import { type AdminRight, hasRight } from '@/lib/admin/rights'
import type { Viewer } from '@/lib/auth/viewer'
import { ok, type Result, refuse } from '@/lib/result'
import { parseQuery } from './parse'
import { type Call, route } from './respond'

type Params = Record<string, string | string[]>
type StaffCall<P extends Params> = Call<P> & { actorId: string }

/** A route handler for who has the right now. For everyone else there is no such address. */
export function staffRoute<P extends Params = Record<never, string>>(
  right: AdminRight,
  handler: (call: StaffCall<P>) => Promise<Result<unknown>>,
) {
  return route<P>(async (call) => {
    const actorId = await staffId(call.viewer, right)
    return actorId ? handler({ ...call, actorId }) : refuse('not_found', 'There is nothing here.')
  })
}

/** A list that is asked for by `?q=`, a filter and a cursor. */
export function staffList<T>(right: AdminRight, schema: z.ZodType<T>, list: (input: T) => Promise<unknown>) {
  return staffRoute(right, async ({ request }: { request: NextRequest }) => {
    const input = parseQuery(request, schema)
    return input.ok ? ok(await list(input.value)) : input
  })
}

/** Asks the database: a role that was taken away a moment ago opens nothing. */
async function staffId(viewer: Viewer, right: AdminRight): Promise<string | null> {
  if (viewer.kind !== 'user') return null
  const role = await roleOf(viewer.userId)
  return role && hasRight(role, right) ? viewer.userId : null
}
