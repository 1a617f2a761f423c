import { msg } from '@/lib/language/text'
import type { QueueMode } from '@/lib/rooms/schema'

export const MODES: readonly { value: QueueMode; label: string }[] = [
  { value: 'votes', label: msg('By votes') },
  { value: 'fair', label: msg('Fair turns') },
  { value: 'manual', label: msg('By hand') },
]

export const MODE_HINTS: Record<QueueMode, string> = {
  votes: msg('The most votes first.'),
  fair: msg('Everyone who added has a song in turn, by votes within it.'),
  manual: msg('You and the moderators drag the songs.'),
}

export const modeText = (mode: QueueMode) => MODES.find(({ value }) => value === mode)?.label ?? mode
