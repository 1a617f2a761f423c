import { z } from 'zod'
import { parseQuery, route } from '@/app/_server/respond'
import { ok, refuse } from '@/lib/result'
import { readLive } from '../read-live'

const liveInput = z.object({ room: z.string().max(20).default('') })

/** For everyone else there is no such address. */
export const GET = route(async ({ request, viewer }) => {
  if (viewer.kind !== 'user' || viewer.role !== 'admin') return refuse('not_found', 'There is nothing here.')
  const input = parseQuery(request, liveInput)
  return input.ok ? ok(await readLive(input.value.room || null)) : input
})
