import Link from 'next/link'
import { ArtistLink } from '@/components/artist/artist-link'
import { Marked } from '@/components/search/marked'
import { ExplicitMark } from '@/components/ui/explicit-mark'
import { trackHref } from '@/lib/catalog/addresses'
import type { TrackSummary } from '@/lib/catalog/track'

/** Title over artist, each leading to its page; the letters of `query`, by which it was found, are marked. */
export function SongWords({ track, query = '' }: { track: TrackSummary; query?: string }) {
  const { id, title, artist, isExplicit } = track
  return (
    <div className="min-w-0 flex-1">
      <Link href={trackHref(id)} prefetch={false} className="block truncate font-medium hover:underline" title={title}>
        <Marked text={title} query={query} />
      </Link>
      <div className="truncate text-sm text-text-3" title={artist}>
        {isExplicit && <ExplicitMark />}
        <ArtistLink artist={artist}>
          <Marked text={artist} query={query} />
        </ArtistLink>
      </div>
    </div>
  )
}
