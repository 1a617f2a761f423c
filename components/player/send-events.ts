import { call } from '@/components/api'
import type { PlayEvents } from '@/components/player/play-events'
import type { ListenerEvent } from '@/lib/stats/events-schema'

const PATH = '/api/events'

/** What could not arrive goes along with the next; what the server names as impossible does not. */
export async function sendEvents(playEvents: PlayEvents): Promise<void> {
  const events = playEvents.take()
  if (events.length === 0) return
  const answer = await call('post', PATH, { body: { events } })
  if (!answer.ok) playEvents.putBack(stillGood(events, answer.refusal))
}

/** For a page that goes away. */
export function sendLastEvents(playEvents: PlayEvents): void {
  const events = playEvents.take()
  if (events.length === 0) return
  const body = new Blob([JSON.stringify({ events })], { type: 'application/json' })
  if (!navigator.sendBeacon(PATH, body)) playEvents.putBack(events)
}

function stillGood(events: ListenerEvent[], { code, fields }: { code: string; fields?: Record<string, string> }) {
  if (['offline', 'internal', 'database_away', 'rate_limited'].includes(code)) return events
  return code === 'invalid_input' && fields ? events.filter((_, i) => !(`events.${i}` in fields)) : []
}
