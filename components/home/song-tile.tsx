import { SongWords } from '@/components/track/song-words'
import { Cover } from '@/components/ui/cover'
import type { TrackSummary } from '@/lib/catalog/track'
import { AddToRoom, type RoomChoice } from './add-to-room'
import { PreviewButton } from './preview-button'

/** A song as a square: preview on the cover, one tap into a room. */
export function SongTile({ track, rooms }: { track: TrackSummary; rooms: RoomChoice[] }) {
  return (
    <li className="group min-w-0 max-sm:w-35 max-sm:flex-none max-sm:snap-start">
      <div className="relative mb-2.5">
        <Cover track={track} size={200} className="!h-auto !w-full aspect-square rounded-md" />
        {track.audio && (
          <PreviewButton
            url={track.audio.preview}
            title={track.title}
            className="!bg-solid !text-on-solid absolute right-2 bottom-2 rounded-full opacity-0 shadow-2 transition-opacity focus-visible:opacity-100 group-hover:opacity-100 data-playing:opacity-100 pointer-coarse:opacity-100 [&_svg]:!size-4.5"
          />
        )}
      </div>
      <div className="flex items-start gap-1">
        <SongWords track={track} />
        {track.audio && <AddToRoom track={track} rooms={rooms} className="-mt-1 -mr-2.5" />}
      </div>
    </li>
  )
}
