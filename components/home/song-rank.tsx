import { Cover } from '@/components/ui/cover'
import type { TrackSummary } from '@/lib/catalog/track'
import { AddToRoom, type RoomChoice } from './add-to-room'

/** A place in what trends. `heat` is 0–1 of the hottest. */
export function SongRank({
  place,
  track,
  heat,
  rooms,
}: {
  place: number
  track: TrackSummary
  heat: number
  rooms: RoomChoice[]
}) {
  const share = Math.round(heat * 100)
  return (
    <li className="flex min-w-0 items-center gap-3 rounded-md p-2 hover:bg-surface-2">
      <span className="mono w-5.5 flex-none text-right text-text-3">{place}</span>
      <Cover track={track} />
      <div className="min-w-0 flex-1">
        <div className="truncate font-medium" title={track.title}>
          {track.title}
        </div>
        <div className="truncate text-sm text-text-3">{track.artist}</div>
      </div>
      <span
        role="img"
        aria-label={`Heat ${share} of 100`}
        className="h-1 w-12 flex-none overflow-hidden rounded-full bg-surface-3 sm:max-lg:hidden lg:w-16"
      >
        <span className="block h-full rounded-full bg-accent" style={{ width: `${share}%` }} />
      </span>
      {track.audio && <AddToRoom track={track} rooms={rooms} />}
    </li>
  )
}
