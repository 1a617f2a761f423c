import type { Viewer } from '@/lib/auth/viewer'
import { invalidateSoon } from '@/lib/cache/invalidate'
import { trending } from '@/lib/cache/kinds/trending'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { EventsTaken, ListenerEvent } from './events-schema'
import { type KnownEvent, knownEvents } from './known-events'
import { mirrorPlays } from './leaderboard-sets'
import { recordEventsSql, type TakenEvent, type TakenRow } from './record-events-sql'

/**
 * Takes what listeners did. All or nothing: `invalid_input` names each event that cannot be (in `fields`, as
 * `events.3`), and none counts. A play that nobody can have heard is left out and named in the answer.
 */
export async function recordEvents(viewer: Viewer, events: ListenerEvent[]): Promise<Result<EventsTaken>> {
  if (viewer.kind === 'nobody') return refuse('not_signed_in', 'Sign in, or join a room, to be counted.')
  const person =
    viewer.kind === 'user' ? { userId: viewer.userId, guestId: null } : { userId: null, guestId: viewer.guestId }
  const known = await knownEvents(events, person)
  const fields = wrongFields(known)
  if (fields) return refuse('invalid_input', 'Some of these events cannot be. None of them was counted.', fields)
  const taken: TakenEvent[] = []
  const refused: EventsTaken['refused'] = []
  for (const [i, event] of events.entries()) {
    const heard = known[i]?.heard ?? null
    if (event.event === 'play' && !heard) refused.push({ id: event.id, code: 'not_heard' })
    else taken.push({ ...event, heard })
  }
  if (taken.length === 0) return ok({ accepted: 0, duplicate: 0, refused })
  const [row] = await db().$queryRaw<[TakenRow]>(recordEventsSql(taken, person.userId))
  if (row.plays.length > 0) invalidateSoon(trending)
  await mirrorPlays(row.plays)
  return ok({ accepted: row.accepted, duplicate: taken.length - row.accepted, refused })
}

const WRONG = {
  track: 'There is no such song here.',
  future: 'That has not happened yet.',
  old: 'That was more than seven days ago.',
} as const

function wrongFields(known: KnownEvent[]): Record<string, string> | null {
  const wrong = known.flatMap(({ wrong }, i) => (wrong ? [[`events.${i}`, WRONG[wrong]] as const] : []))
  return wrong.length ? Object.fromEntries(wrong) : null
}
