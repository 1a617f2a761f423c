import Link from 'next/link'
import { useText } from '#text'
import { Cover } from '@/components/ui/cover'
import { artistHref } from '@/lib/catalog/addresses'
import type { TrackSummary } from '@/lib/catalog/track'
import { isExact } from './highlight'
import { Marked } from './marked'

const SHOWN = 4

/** Artists whose name has all of the words, in the order of their best song. */
export function ArtistChips({ tracks, query }: { tracks: TrackSummary[]; query: string }) {
  const t = useText()
  const artists = new Map<string, { name: string; track: TrackSummary }>()
  for (const track of tracks) {
    const href = artistHref(track.artist)
    if (href && !artists.has(href) && isExact(track.artist, query)) artists.set(href, { name: track.artist, track })
  }
  if (artists.size === 0) return null
  return (
    <ul aria-label={t('Artists')} className="mb-3 flex flex-wrap gap-2">
      {[...artists].slice(0, SHOWN).map(([href, { name, track }]) => (
        <li key={href} className="min-w-0">
          <Link
            href={href}
            className="hairline flex min-h-11 max-w-72 items-center gap-2.5 rounded-full bg-surface-1 py-1.5 pr-4 pl-1.5 transition-colors duration-[120ms] hover:bg-surface-2"
          >
            <Cover track={track} size={32} className="rounded-full" />
            <span className="truncate font-medium" title={name}>
              <Marked text={name} query={query} />
            </span>
            <span className="flex-none text-sm text-text-3">{t('Artist')}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
