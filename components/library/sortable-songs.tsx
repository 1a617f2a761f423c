'use client'
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useId, useMemo, useState } from 'react'
import { useText } from '#text'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import type { PlaylistEntry } from '@/lib/playlists/schema'
import { restrictToVerticalAxis } from './drag-axis'
import { announcements, instructions } from './drag-words'
import { SongLine } from './song-line'
import { HandleLook, SortableSong } from './sortable-song'
import { entryIdOf } from './use-playlist-songs'
import { VirtualRows } from './virtual-rows'

type Props = {
  name: string
  items: PlaylistEntry[]
  total: number
  rooms: RoomChoice[]
  more: () => Promise<string | null>
  move: (entryId: string, to: number) => void
  moveToEnd: (entryId: string) => void
  remove: (entry: PlaylistEntry) => void
}

/** Songs that move by their handle: with a mouse, a finger, or the keyboard (space, arrows, space). */
export function SortableSongs({ name, items, total, rooms, more, move, moveToEnd, remove }: Props) {
  const t = useText()
  const id = useId()
  const [draggedId, setDraggedId] = useState<string | null>(null)
  const ids = useMemo(() => items.map(entryIdOf), [items])
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 120, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const dragged = draggedId === null ? -1 : ids.indexOf(draggedId)
  const drop = ({ active, over }: DragEndEvent) => {
    setDraggedId(null)
    if (over) move(String(active.id), ids.indexOf(String(over.id)))
  }
  const titleOf = (entryId: string | number) => items[ids.indexOf(String(entryId))]?.track.title ?? t('The song')
  const placeOf = (entryId: string | number) =>
    t('{place} of {total}', { place: ids.indexOf(String(entryId)) + 1, total })
  return (
    <DndContext
      id={id}
      sensors={sensors}
      modifiers={[restrictToVerticalAxis]}
      collisionDetection={closestCenter}
      accessibility={{
        announcements: announcements(t, titleOf, placeOf),
        screenReaderInstructions: instructions(t),
      }}
      onDragStart={({ active }) => setDraggedId(String(active.id))}
      onDragEnd={drop}
      onDragCancel={() => setDraggedId(null)}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <VirtualRows label={name} count={items.length} total={total} keep={dragged} onEnd={more}>
          {(index, place) => {
            const item = items[index]
            if (!item) return null
            return (
              <SortableSong
                key={item.entryId}
                entry={item}
                place={place}
                rooms={rooms}
                isFirst={index === 0}
                isLast={index === total - 1}
                toTop={() => move(item.entryId, 0)}
                toEnd={() => moveToEnd(item.entryId)}
                remove={() => remove(item)}
              />
            )
          }}
        </VirtualRows>
      </SortableContext>
      <DragOverlay>
        {items[dragged] && <SongLine track={items[dragged].track} rooms={rooms} handle={<HandleLook />} isRaised />}
      </DragOverlay>
    </DndContext>
  )
}
