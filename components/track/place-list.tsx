import Link from 'next/link'
import { useText } from '#text'
import { Since } from '@/components/ui/since'
import { Tag } from '@/components/ui/tag'
import type { TrackPlace } from '@/lib/catalog/track'

/** Rooms that have had the song, the latest first. */
export function PlaceList({ places }: { places: TrackPlace[] }) {
  const t = useText()
  if (places.length === 0)
    return <p className="text-sm text-text-2">{t('No public room has had it yet, and none of yours.')}</p>
  return (
    <ul className="-mx-2 grid grid-cols-1 gap-0.5">
      {places.map(({ code, name, addedBy, at, isMine }) => (
        <li key={code}>
          <Link href={`/r/${code}`} prefetch={false} className="block rounded-md px-2 py-2 hover:bg-surface-2">
            <span className="flex items-center gap-2">
              <span className="min-w-0 truncate font-medium" title={name}>
                {name}
              </span>
              {isMine && <Tag>{t('Yours')}</Tag>}
            </span>
            <span className="block truncate text-sm text-text-3">
              {t('Added by {name}', { name: addedBy })} · <Since iso={at} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
