import { z } from 'zod'
import { uuid } from '@/lib/uuid'

export const MOST_EVENTS = 100

const deviceInfo = z
  .record(z.string().min(1).max(40), z.union([z.string().max(200), z.number(), z.boolean()]))
  .refine((info) => Object.keys(info).length <= 10, 'Say at most ten things about the device.')

/** Who it was is said by the cookie, so nothing else about people is taken. */
const listenerEvent = z.strictObject({
  /** Made by the client: the same id counts once. */
  id: uuid(),
  trackId: uuid(),
  event: z.enum(['play', 'preview', 'download', 'skip']),
  /** When it happened, by the server's clock. For a play: when enough of the song had been heard. */
  at: z.iso.datetime('Give the time as 2026-11-20T21:00:00.000Z.'),
  deviceInfo: deviceInfo.optional(),
})

export const listenerEventsInput = z.strictObject({
  events: z
    .array(listenerEvent)
    .min(1, 'Send at least one event.')
    .max(MOST_EVENTS, `Send at most ${MOST_EVENTS} events at once.`),
})

export type ListenerEvent = z.infer<typeof listenerEvent>

/** `refused`: plays of what the server does not know to have been on for long enough where the listener is a member. */
export type EventsTaken = { accepted: number; duplicate: number; refused: { id: string; code: 'not_heard' }[] }
