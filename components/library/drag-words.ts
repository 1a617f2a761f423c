import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core'

export const instructions: ScreenReaderInstructions = {
  draggable:
    'To move a song, press space, then the arrow keys. Space again puts it down, escape leaves it where it was.',
}

type Say = (entryId: string | number) => string

/** What a screen reader says while a song moves. */
export const announcements = (titleOf: Say, placeOf: Say): Announcements => ({
  onDragStart: ({ active }) => `${titleOf(active.id)} is picked up, ${placeOf(active.id)}.`,
  onDragOver: ({ active, over }) => (over ? `${titleOf(active.id)} is now ${placeOf(over.id)}.` : undefined),
  onDragEnd: ({ active, over }) => `${titleOf(active.id)} is put down${over ? `, ${placeOf(over.id)}` : ''}.`,
  onDragCancel: ({ active }) => `${titleOf(active.id)} stays where it was.`,
})
