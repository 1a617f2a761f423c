import Link from 'next/link'
import { ArtistLink } from '@/components/artist/artist-link'
import { ExplicitMark } from '@/components/ui/explicit-mark'
import { trackHref } from '@/lib/catalog/addresses'
import type { TrackSummary } from '@/lib/catalog/track'

/** Title over artist, each leading to its page. */
export function SongWords({ track: { id, title, artist, isExplicit } }: { track: TrackSummary }) {
  return (
    <div className="min-w-0 flex-1">
      <Link href={trackHref(id)} prefetch={false} className="block truncate font-medium hover:underline" title={title}>
        {title}
      </Link>
      <div className="truncate text-sm text-text-3" title={artist}>
        {isExplicit && <ExplicitMark />}
        <ArtistLink artist={artist} />
      </div>
    </div>
  )
}
