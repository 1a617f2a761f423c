'use client'
import type { ReactNode } from 'react'
import { useText } from '#text'
import { MaybeLink } from '@/components/artist/artist-link'
import { AddToRoom, type RoomChoice } from '@/components/home/add-to-room'
import { PreviewButton } from '@/components/home/preview-button'
import { SongWords } from '@/components/track/song-words'
import { cn } from '@/components/ui/cn'
import { Cover } from '@/components/ui/cover'
import { Tag } from '@/components/ui/tag'
import { albumHref } from '@/lib/catalog/addresses'
import type { TrackSummary } from '@/lib/catalog/track'
import { LikeButton } from './like-button'
import { SongMenu, type SongMenuItem } from './song-menu'
import { lengthText } from './song-text'

/** A song in a list of the library: cover with preview, title and artist, album, length, and what can be done with it. */
export function SongLine({
  track,
  rooms,
  handle,
  isLiked,
  actions = [],
  isRaised,
  query = '',
}: {
  track: TrackSummary
  rooms: RoomChoice[]
  /** To drag it by. */
  handle?: ReactNode
  isLiked?: boolean
  /** What else the list can do with it. */
  actions?: SongMenuItem[]
  isRaised?: boolean
  /** What it was found by: the letters are marked. */
  query?: string
}) {
  const t = useText()
  const { title, artist, album, audio, durationMs } = track
  return (
    <div
      className={cn(
        'group/line flex h-full min-w-0 items-center gap-3 rounded-md px-1 hover:bg-surface-2 focus-within:bg-surface-2 sm:px-2',
        isRaised && 'bg-surface-3 shadow-2',
      )}
    >
      {handle}
      <div className={cn('relative flex-none', !audio && 'opacity-45')}>
        <Cover track={track} />
        {audio && (
          <PreviewButton
            url={audio.preview}
            title={title}
            className="!size-12 !rounded-sm !bg-scrim !text-white absolute inset-0 opacity-0 transition-opacity focus-visible:opacity-100 group-hover/line:opacity-100 data-playing:opacity-100 [&_svg]:!size-4.5"
          />
        )}
      </div>
      <SongWords track={track} query={query} />
      {!audio && <Tag className="max-sm:hidden">{t('Cannot play here')}</Tag>}
      <span className="w-[26%] min-w-0 truncate text-sm text-text-3 max-lg:hidden" title={album ?? undefined}>
        {album && <MaybeLink href={albumHref(artist, album)}>{album}</MaybeLink>}
      </span>
      <LikeButton track={track} isLiked={isLiked} />
      <span className="mono w-11 flex-none text-right text-sm text-text-3 max-sm:hidden">{lengthText(durationMs)}</span>
      {audio && <AddToRoom track={track} rooms={rooms} className="max-sm:hidden" />}
      <SongMenu track={track} rooms={rooms} actions={actions} />
    </div>
  )
}
