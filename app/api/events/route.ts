import { parseBody, route } from '@/app/_server/respond'
import { personIdOf } from '@/lib/auth/viewer'
import { takeToken } from '@/lib/rate-limit'
import { listenerEventsInput } from '@/lib/stats/events-schema'
import { recordEvents } from '@/lib/stats/record-events'

export const POST = route(
  async ({ request, viewer }) => {
    const allowed = await takeToken('events', personIdOf(viewer) ?? 'nobody')
    if (!allowed.ok) return allowed
    const input = await parseBody(request, listenerEventsInput)
    return input.ok ? recordEvents(viewer, input.value.events) : input
  },
  { status: 202 },
)
