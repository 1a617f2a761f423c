import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core'
import type { Text } from '@/lib/language/text'

export const instructions = (t: Text): ScreenReaderInstructions => ({
  draggable: t(
    'To move a song, press space, then the arrow keys. Space again puts it down, escape leaves it where it was.',
  ),
})

type Say = (entryId: string | number) => string

/** What a screen reader says while a song moves. */
export const announcements = (t: Text, titleOf: Say, placeOf: Say): Announcements => ({
  onDragStart: ({ active }) =>
    t('{title} is picked up, {place}.', { title: titleOf(active.id), place: placeOf(active.id) }),
  onDragOver: ({ active, over }) =>
    over ? t('{title} is now {place}.', { title: titleOf(active.id), place: placeOf(over.id) }) : undefined,
  onDragEnd: ({ active, over }) =>
    over
      ? t('{title} is put down, {place}.', { title: titleOf(active.id), place: placeOf(over.id) })
      : t('{title} is put down.', { title: titleOf(active.id) }),
  onDragCancel: ({ active }) => t('{title} stays where it was.', { title: titleOf(active.id) }),
})
