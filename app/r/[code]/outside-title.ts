import { msg } from '@/lib/language/text'
import type { RefusalCode } from '@/lib/result'
import type { RoomVisit } from './read-room'

/** In English. */
const TITLES: Partial<Record<RefusalCode, string>> = {
  room_not_found: msg('No room here'),
  room_closed: msg('This room has ended'),
  banned: msg('You can’t come back to this room'),
}

/** Of a page that shows why there is no way in, in English. */
export const outsideTitle = (visit: Extract<RoomVisit, { kind: 'ended' | 'refused' }>): string =>
  TITLES[visit.kind === 'ended' ? 'room_closed' : visit.refusal.code] ?? msg('Not so fast')
