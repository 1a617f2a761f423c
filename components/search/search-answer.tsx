'use client'
import { RefreshCw, Upload } from 'lucide-react'
import Link from 'next/link'
import { useText } from '#text'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { SongLine } from '@/components/library/song-line'
import { VirtualRows } from '@/components/library/virtual-rows'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { ArtistChips } from './artist-chips'
import type { Found } from './use-search'

type Props = {
  found: Found
  rooms: RoomChoice[]
  canUpload: boolean
  onEnd: () => Promise<string | null>
  onRetry: () => void
}

/** What a search found: the artists by that name, then the songs. */
export function SearchAnswer({ found, rooms, canUpload, onEnd, onRetry }: Props) {
  const t = useText()
  const { query, items, nextCursor, failure } = found
  if (failure)
    return (
      <Empty
        title={t('The search did not answer')}
        dots={[{ x: -34, y: 31, is: 'late' }]}
        action={
          <Button variant="line" onClick={onRetry}>
            <RefreshCw aria-hidden="true" strokeWidth={1.75} />
            {t('Try again')}
          </Button>
        }
      >
        {t.heard(failure)}
      </Empty>
    )
  if (items.length === 0) return <NothingFound query={query} canUpload={canUpload} />
  return (
    <>
      <ArtistChips tracks={items} query={query} />
      <VirtualRows
        label={t('Songs found')}
        count={items.length}
        // Nobody has counted those that are still to come.
        total={nextCursor ? -1 : items.length}
        onEnd={onEnd}
      >
        {(index, place) => {
          const track = items[index]
          if (!track) return null
          return (
            <li key={track.id} {...place}>
              <SongLine track={track} rooms={rooms} query={query} />
            </li>
          )
        }}
      </VirtualRows>
    </>
  )
}

function NothingFound({ query, canUpload }: { query: string; canUpload: boolean }) {
  const t = useText()
  return (
    <Empty
      title={t('Nothing sounds like “{query}”', { query })}
      dots={[
        { x: -30, y: 31, is: 'away' },
        { x: 30, y: 31, is: 'away' },
      ]}
      action={
        canUpload && (
          <Button variant="line" asChild>
            <Link href="/upload">
              <Upload aria-hidden="true" strokeWidth={1.75} />
              {t('Upload a song')}
            </Link>
          </Button>
        )
      }
    >
      {t('We also looked for close spellings.')}
      {canUpload && ` ${t('Upload the file, and it plays in a moment.')}`}
    </Empty>
  )
}
