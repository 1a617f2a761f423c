'use client'
import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ArrowDownToLine, ArrowUpToLine, GripVertical, Trash2 } from 'lucide-react'
import { useText } from '#text'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { cn } from '@/components/ui/cn'
import type { PlaylistEntry } from '@/lib/playlists/schema'
import { SongLine } from './song-line'
import type { SongMenuItem } from './song-menu'
import type { RowPlace } from './virtual-rows'

type Props = {
  entry: PlaylistEntry
  place: RowPlace
  rooms: RoomChoice[]
  isFirst: boolean
  isLast: boolean
  toTop: () => void
  toEnd: () => void
  remove: () => void
}

const HANDLE = '-mr-1 grid h-10 w-6 flex-none place-items-center rounded-sm text-text-3'
const HandleIcon = () => <GripVertical aria-hidden="true" strokeWidth={1.75} className="size-4.5" />

/** The handle of the row under the pointer. */
export const HandleLook = () => (
  <span className={HANDLE}>
    <HandleIcon />
  </span>
)

/** A row of a playlist of mine. Where it came from stays empty while it is dragged. */
export function SortableSong({ entry, place, rooms, isFirst, isLast, toTop, toEnd, remove }: Props) {
  const t = useText()
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: entry.entryId,
  })
  const { title } = entry.track
  const actions: SongMenuItem[] = [
    ...(isFirst ? [] : [{ label: t('Move to the top'), icon: ArrowUpToLine, run: toTop }]),
    ...(isLast ? [] : [{ label: t('Move to the end'), icon: ArrowDownToLine, run: toEnd }]),
    { label: t('Take it out'), icon: Trash2, isDanger: true, run: remove },
  ]
  return (
    <li
      ref={setNodeRef}
      {...place}
      style={{
        ...place.style,
        transform: CSS.Translate.toString(transform),
        transition,
        opacity: isDragging ? 0.25 : 1,
      }}
    >
      <SongLine
        track={entry.track}
        rooms={rooms}
        actions={actions}
        handle={
          <button
            ref={setActivatorNodeRef}
            type="button"
            {...attributes}
            {...listeners}
            aria-label={t('Move {title}', { title })}
            className={cn(HANDLE, 'touch-target cursor-grab touch-none hover:text-text-1 active:cursor-grabbing')}
          >
            <HandleIcon />
          </button>
        }
      />
    </li>
  )
}
