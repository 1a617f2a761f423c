import type { QueueMode } from '@/lib/rooms/schema'

export const MODES: readonly { value: QueueMode; label: string }[] = [
  { value: 'votes', label: 'By votes' },
  { value: 'fair', label: 'Fair turns' },
  { value: 'manual', label: 'By hand' },
]

export const MODE_HINTS: Record<QueueMode, string> = {
  votes: 'The most votes first.',
  fair: 'Everyone who added has a song in turn, by votes within it.',
  manual: 'You and the moderators drag the songs.',
}

export const modeText = (mode: QueueMode) => MODES.find(({ value }) => value === mode)?.label ?? mode
