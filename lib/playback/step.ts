import { z } from 'zod'

/** Beyond this a listener is out of step: two rooms with their doors open begin to sound like two. */
export const LATE_MS = 20

/** How far the sound of each is off, ms; positive is late, null has none. By memberId. Nobody keeps it. */
export type Steps = Record<string, number | null>

/** What a browser tells of its own sound. */
export const stepReport = z.object({
  syncMs: z
    .number()
    .min(-60_000)
    .max(60_000)
    .nullable()
    .transform((ms) => ms && Math.round(ms * 10) / 10),
})
