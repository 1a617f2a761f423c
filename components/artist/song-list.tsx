'use client'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { SongLine } from '@/components/library/song-line'
import { usePages } from '@/components/library/use-pages'
import { VirtualRows } from '@/components/library/virtual-rows'
import { walkRows } from '@/components/search/row-keys'
import type { TrackPage } from '@/lib/catalog/schema'
import type { TrackSummary } from '@/lib/catalog/track'

type Props = {
  label: string
  /** Where its further pages come from. */
  path: string
  first: TrackPage
  rooms: RoomChoice[]
  /** Where it is known. */
  total?: number
}

/** Songs of the catalogue, as many as there are: arrow keys walk through them. */
export function SongList({ label, path, first, rooms, total }: Props) {
  const { items, more, isWhole } = usePages<TrackSummary>(path, first, keyOf)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its rows are what has the keys
    <div onKeyDown={walkRows}>
      <VirtualRows
        label={label}
        count={items.length}
        // Nobody has counted those that are still to come.
        total={total ?? (isWhole() ? items.length : -1)}
        onEnd={more}
      >
        {(index, place) => {
          const track = items[index]
          if (!track) return null
          return (
            <li key={track.id} {...place}>
              <SongLine track={track} rooms={rooms} />
            </li>
          )
        }}
      </VirtualRows>
    </div>
  )
}

const keyOf = ({ id }: TrackSummary) => id
