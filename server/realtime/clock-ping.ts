import { z } from 'zod'
import { ok } from '@/lib/result'
import { message } from './messages'

const ping = z.object({
  t0: z.number(),
  /** What the browser has measured: the lead of the next start depends on it. */
  roundTripMs: z.number().min(0).max(60_000).optional().catch(undefined),
})

/** `clock:ping {t0}` → `{t0, t1, t2}`: when it came and when the answer left, on the shared clock. For anybody. */
export const clockMessage = (now: () => number) =>
  message(ping, ({ socket, message: { t0, roundTripMs }, receivedAt }) => {
    if (roundTripMs !== undefined) socket.data.line = { roundTripMs, measuredAt: receivedAt }
    return ok({ t0, t1: receivedAt, t2: now() })
  })
