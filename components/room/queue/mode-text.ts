import { msg } from '@/lib/language/text'
import type { QueueMode } from '@/lib/rooms/schema'

export const MODES: readonly { value: QueueMode; label: string }[] = [
  { value: 'votes', label: msg('By votes') },
  { value: 'fair', label: msg('Fair turns') },
  { value: 'manual', label: msg('By hand') },
]

/** What comes next in each, for those who only listen too. */
export const MODE_ORDERS: Record<QueueMode, string> = {
  votes: msg('The one with the most votes plays next; with equal votes, the one that has waited longest.'),
  fair: msg('Everyone who added has a song in turn; within a turn, the most votes play first.'),
  manual: msg('The host and the moderators make the order.'),
}

export const MODE_HINTS: Record<QueueMode, string> = {
  votes: msg('The most votes first.'),
  fair: msg('Everyone who added has a song in turn, by votes within it.'),
  manual: msg('You and the moderators drag the songs.'),
}

export const modeText = (mode: QueueMode) => MODES.find(({ value }) => value === mode)?.label ?? mode
