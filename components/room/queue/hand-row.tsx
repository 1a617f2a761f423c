'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { GripVertical } from 'lucide-react'
import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import type { QueueItem } from '@/lib/queue/schema'
import { NextIn } from './next-in'
import { RemoveButton } from './remove-button'
import { SongRow } from './song-row'
import { VoteButton } from './vote-button'

/** A song that waits, with the grip to move it by. */
export function HandRow({ item, isNext }: { item: QueueItem; isNext: boolean }) {
  const t = useText()
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: item.streamId,
  })
  const grip = (
    <button
      type="button"
      ref={setActivatorNodeRef}
      {...attributes}
      {...listeners}
      aria-label={t('Move {title}', { title: item.track.title })}
      className="-mr-2 -ml-1 grid h-11 w-5 flex-none cursor-grab touch-none place-items-center rounded-sm text-text-3 hover:text-text-1 active:cursor-grabbing pointer-coarse:-ml-3 pointer-coarse:w-8"
    >
      <GripVertical aria-hidden="true" strokeWidth={1.75} className="size-4" />
    </button>
  )
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={cn('relative', isDragging && 'z-10 rounded-lg bg-surface-3 shadow-2')}
    >
      <SongRow
        track={item.track}
        addedBy={item.addedBy}
        isNext={isNext}
        when={isNext ? <NextIn /> : undefined}
        grip={grip}
      >
        <RemoveButton item={item} />
        <VoteButton item={item} />
      </SongRow>
    </li>
  )
}
