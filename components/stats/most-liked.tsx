import Link from 'next/link'
import { useText } from '#text'
import { Cover } from '@/components/ui/cover'
import { trackHref } from '@/lib/catalog/addresses'
import type { RoomStats } from '@/lib/stats/schema'
import { HeatBar } from './heat-bar'

/** The room's songs with the most votes since it was opened. */
export function MostLiked({ songs }: { songs: RoomStats['topSongs'] }) {
  const t = useText()
  const most = Math.max(1, ...songs.map(({ votes }) => votes))
  return (
    <ol className="grid gap-1">
      {songs.map(({ streamId, track, votes }) => (
        <li key={streamId} className="flex min-w-0 items-center gap-3 py-1.5">
          <Cover track={track} size={40} />
          <div className="min-w-0 flex-1">
            <Link
              href={trackHref(track.id)}
              prefetch={false}
              className="mb-1.5 block truncate font-medium hover:underline"
              title={`${track.title}, ${track.artist}`}
            >
              {track.title}
            </Link>
            <HeatBar share={votes / most} />
          </div>
          <span className="mono w-9 flex-none text-right">
            <span aria-hidden="true">{t.number(votes)}</span>
            <span className="sr-only">{t('{count, plural, one {# like} other {# likes}}', { count: votes })}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
