'use client'

import { Pause, Play } from 'lucide-react'
import { useRef } from 'react'
import { useText } from '#text'
import { VoteButton } from '@/components/room/queue/vote-button'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { useScreen } from '@/components/room/screen-context'
import { SilentNote } from '@/components/room/sound/silent-note'
import { Cover } from '@/components/ui/cover'
import { Cut } from '@/components/ui/cut'
import { IconButton } from '@/components/ui/icon-button'
import type { QueueItem } from '@/lib/queue/schema'
import { usePosition } from './use-position'

/** On phones, above the tabs: what plays, and the way to all of it. */
export function MiniPlayer() {
  const { nowPlaying } = useRoomContext().room
  const { view } = useScreen()
  if (view === 'now') return null
  return (
    <div className="fixed inset-x-2 bottom-[calc(84px+env(safe-area-inset-bottom))] z-10 grid grid-cols-[minmax(0,1fr)] gap-2 sm:hidden">
      <SilentNote className="rounded-[14px] bg-surface-3 py-2 pr-2 pl-3.5 shadow-2 ring-1 ring-line ring-inset" />
      {nowPlaying && <Bar item={nowPlaying} />}
    </div>
  )
}

function Bar({ item }: { item: QueueItem }) {
  const t = useText()
  const { isPlaying } = useRoomContext().room.playback
  const { actions, may } = useActing()
  const { setView } = useScreen()
  const progress = useRef<HTMLSpanElement>(null)
  usePosition((positionMs) => {
    progress.current?.style.setProperty('transform', `translateX(${(positionMs / item.track.durationMs - 1) * 100}%)`)
  })
  return (
    <section
      aria-label={t('Player')}
      className="relative flex items-center gap-2 overflow-hidden rounded-[18px] bg-surface-3 p-2 shadow-2 ring-1 ring-line ring-inset"
    >
      <button
        type="button"
        onClick={() => setView('now')}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-md text-left"
      >
        <span className="sr-only">{t('Show what plays:')} </span>
        <Cover track={item.track} />
        <span className="min-w-0 flex-1">
          <Cut className="font-semibold">{item.track.title}</Cut>
          <Cut className="text-sm text-text-2">{item.track.artist}</Cut>
        </span>
      </button>
      <VoteButton item={item} isWide />
      {may('playback:command') && (
        <IconButton
          label={isPlaying ? t('Pause for everyone') : t('Play for everyone')}
          className="size-11 text-text-1"
          onClick={() => actions.command(isPlaying ? 'pause' : 'play')}
        >
          {isPlaying ? (
            <Pause aria-hidden="true" fill="currentColor" />
          ) : (
            <Play aria-hidden="true" fill="currentColor" />
          )}
        </IconButton>
      )}
      <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-3 overflow-hidden">
        <span ref={progress} className="absolute inset-0 -translate-x-full">
          <span className="absolute inset-x-0 bottom-0 h-[3px] bg-accent" />
          <span className="absolute right-0 bottom-0 h-3 w-0.5 bg-accent" />
        </span>
      </span>
    </section>
  )
}
