'use client'

import type { ReactNode } from 'react'
import { useText } from '#text'
import { useFace } from '@/components/room/room-context'
import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/components/ui/cn'
import { Cover } from '@/components/ui/cover'
import { Cut } from '@/components/ui/cut'
import { ExplicitMark } from '@/components/ui/explicit-mark'
import type { TrackSummary } from '@/lib/catalog/track'

type SongRowProps = {
  track: TrackSummary
  addedBy?: { memberId: string; displayName: string }
  /** Said after the artist, instead of who added it. */
  note?: ReactNode
  /** Said above the title. */
  when?: ReactNode
  /** What the row is moved by, before the cover. */
  grip?: ReactNode
  isNext?: boolean
  isQuiet?: boolean
  /** Buttons at the end of the row. */
  children?: ReactNode
}

/** A song in a list of the room. What does not fit is cut, with the whole as the tooltip. */
export function SongRow({ track, addedBy, note, when, grip, isNext, isQuiet, children }: SongRowProps) {
  const t = useText()
  const face = useFace(addedBy?.memberId ?? '')
  return (
    <div
      // A tap gives it the focus, which shows what else can be done with the song.
      tabIndex={-1}
      className={cn(
        'group/row relative outline-none flex min-w-0 items-center gap-3',
        isNext ? '-mx-1 mb-1 rounded-lg bg-surface-2 p-3' : 'rounded-md p-2 hover:bg-surface-2',
      )}
    >
      {grip}
      <Cover
        track={track}
        size={isNext ? 64 : 48}
        className={cn(isNext && 'rounded-[10px]', isQuiet && 'opacity-70')}
      />
      <div className="min-w-0 flex-1">
        {when}
        <Cut as="div" className={cn('font-medium', isQuiet && 'text-text-2')} title={track.title}>
          {track.title}
        </Cut>
        <div className="flex min-w-0 items-center gap-1.5 text-sm whitespace-nowrap text-text-3">
          {track.isExplicit && <ExplicitMark />}
          <Cut className="min-w-0" title={track.artist}>
            {track.artist}
          </Cut>
          {addedBy && (
            <span
              className="flex max-w-[55%] flex-none items-center gap-1.5"
              title={t('Added by {name}', { name: addedBy.displayName })}
            >
              <Avatar id={addedBy.memberId} name={addedBy.displayName} url={face} size="s" />
              <Cut>{addedBy.displayName}</Cut>
            </span>
          )}
          {/* In a room every song had its sound once. */}
          {!track.audio && <span className="flex-none text-warning">{t('Taken down')}</span>}
          {note && <span className="flex-none">{note}</span>}
        </div>
      </div>
      {children}
    </div>
  )
}
