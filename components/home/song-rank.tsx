import { useText } from '#text'
import { SongWords } from '@/components/track/song-words'
import { Cover } from '@/components/ui/cover'
import type { TrackSummary } from '@/lib/catalog/track'
import { AddToRoom, type RoomChoice } from './add-to-room'

/** A place among what trends. `share`: its heat beside the hottest's, 0–1. */
export function SongRank({
  place,
  track,
  share,
  rooms,
}: {
  place: number
  track: TrackSummary
  share: number
  rooms: RoomChoice[]
}) {
  const t = useText()
  return (
    <li className="flex min-w-0 items-center gap-3 rounded-md p-2 hover:bg-surface-2">
      <span className="mono w-5.5 flex-none text-right text-text-3">{place}</span>
      <Cover track={track} />
      <SongWords track={track} />
      <span
        role="img"
        aria-label={t('{share} % of the hottest', { share: Math.round(share * 100) })}
        className="h-1 w-12 flex-none overflow-hidden rounded-full bg-surface-3 sm:max-lg:hidden lg:w-16"
      >
        <span className="block h-full rounded-full bg-accent" style={{ width: `${Math.max(2, share * 100)}%` }} />
      </span>
      {track.audio && <AddToRoom track={track} rooms={rooms} />}
    </li>
  )
}
