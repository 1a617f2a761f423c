'use client'

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { arrayMove, SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useRef, useState } from 'react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { msg } from '@/lib/language/text'
import { nextOf } from '@/lib/queue/rules'
import type { QueueItem } from '@/lib/queue/schema'
import { HandRow } from './hand-row'

/** What waits, for those who make the order: with the mouse, a finger or the keys. */
export function HandList({ queue }: { queue: QueueItem[] }) {
  const t = useText()
  const { shown, moveTo } = useOrder(queue)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const place = (id: string | number) =>
    t('{place} of {total}', {
      place: shown.findIndex(({ streamId }) => streamId === id) + 1,
      total: shown.length,
    })
  const title = (id: string | number) => shown.find(({ streamId }) => streamId === id)?.track.title ?? t('The song')
  const announcements = {
    onDragStart: ({ active }: Pick<DragEndEvent, 'active'>) =>
      t('{title} is in your hand.', { title: title(active.id) }),
    onDragOver: ({ active, over }: DragEndEvent) => (over ? `${title(active.id)}: ${place(over.id)}.` : undefined),
    onDragEnd: ({ active, over }: DragEndEvent) =>
      t('{title} is {place} now.', { title: title(active.id), place: place((over ?? active).id) }),
    onDragCancel: ({ active }: Pick<DragEndEvent, 'active'>) =>
      t('{title} stays where it was.', { title: title(active.id) }),
  }
  return (
    <DndContext
      id="queue-by-hand"
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => over && moveTo(String(active.id), String(over.id))}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t(HOW) } }}
    >
      <SortableContext items={shown.map(({ streamId }) => streamId)} strategy={verticalListSortingStrategy}>
        <ol>
          {shown.map((item) => (
            <HandRow key={item.streamId} item={item} isNext={item === nextOf(shown)} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}

const HOW = msg(
  'Space takes the song into your hand, the arrows move it, Space puts it down, Escape leaves it where it was.',
)

/** The order that was asked for shows at once, and until the room has it. */
function useOrder(queue: QueueItem[]) {
  const { version } = useRoomContext().room
  const { actions } = useActing()
  const [wanted, setWanted] = useState<{ ids: string[]; version: number | null } | null>(null)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const isPending = wanted && (wanted.version === null || wanted.version > version)
  const shown = isPending ? inOrder(queue, wanted.ids) : queue
  const moveTo = async (streamId: string, placeOf: string) => {
    const ids = shown.map((item) => item.streamId)
    const [from, to] = [ids.indexOf(streamId), ids.indexOf(placeOf)]
    if (from === to || from < 0 || to < 0) return
    const moved = arrayMove(ids, from, to)
    setWanted({ ids: moved, version: null })
    // Only those whose place changes, so that songs which come or go meanwhile keep theirs; one order after the other.
    const changed = moved.slice(Math.min(from, to), Math.max(from, to) + 1)
    const sent = last.current.then(() => actions.reorder(changed))
    last.current = sent
    const reached = await sent
    if (last.current === sent) setWanted(reached === null ? null : { ids: moved, version: reached })
  }
  return { shown, moveTo }
}

/** Songs that were not there when the order was made come last. */
function inOrder(queue: QueueItem[], ids: string[]): QueueItem[] {
  const place = (item: QueueItem) => (ids.includes(item.streamId) ? ids.indexOf(item.streamId) : ids.length)
  return [...queue].sort((a, b) => place(a) - place(b))
}
