'use client'

import { ChevronUp } from 'lucide-react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import type { QueueItem } from '@/lib/queue/schema'
import { ScreenInstant } from './screen-instant'

/** What plays, and where it is. */
export function ScreenNow() {
  const t = useText()
  const { room, details } = useRoomContext()
  const { nowPlaying } = room
  if (!nowPlaying) return <Quiet />
  return (
    <section aria-label={t('Now playing')} className="flex min-h-0 min-w-0 flex-col justify-center">
      <div className="flex min-h-0 items-end gap-[calc(var(--u)*2.6)]">
        <img
          key={nowPlaying.track.coverUrl}
          src={nowPlaying.track.coverUrl}
          alt={t('Cover of {title}', { title: nowPlaying.track.title })}
          width={460}
          height={460}
          className="size-[calc(var(--u)*20)] flex-none animate-fade-in rounded-[calc(var(--u)*1)] bg-surface-2 object-cover shadow-cover"
        />
        <Song item={nowPlaying} />
      </div>
      <ScreenInstant key={nowPlaying.queueId} item={nowPlaying} peaks={details?.peaks ?? []} />
    </section>
  )
}

function Song({ item: { track, addedBy, votes } }: { item: QueueItem }) {
  const t = useText()
  return (
    <div className="min-w-0 flex-1 pb-[calc(var(--u)*0.6)]">
      <h2 className="line-clamp-3 text-[calc(var(--u)*4.2)] leading-[1.08] font-semibold tracking-[-0.035em] text-balance [overflow-wrap:anywhere]">
        {track.title}
      </h2>
      <p className="mt-[calc(var(--u)*0.9)] line-clamp-2 text-[calc(var(--u)*2.2)] leading-tight text-text-2">
        {track.artist}
      </p>
      <p className="mt-[calc(var(--u)*1.2)] flex items-center gap-[calc(var(--u)*1.2)] text-text-2">
        <span className="truncate">{t('Added by {name}', { name: addedBy.displayName })}</span>
        {votes > 0 && (
          <span className="mono inline-flex flex-none items-center text-accent">
            <ChevronUp aria-hidden="true" className="size-[calc(var(--u)*1.8)]" strokeWidth={2.25} />
            <span aria-hidden="true">{votes}</span>
            <span className="sr-only">{t('{votes, plural, one {# vote} other {# votes}}', { votes })}</span>
          </span>
        )}
      </p>
    </div>
  )
}

function Quiet() {
  const t = useText()
  const { queue } = useRoomContext().room
  return (
    <section aria-label={t('Now playing')} className="flex min-w-0 flex-col justify-center gap-[calc(var(--u)*1)]">
      <h2 className="text-[calc(var(--u)*5)] leading-[1.08] font-semibold tracking-[-0.035em] text-balance">
        {queue.length > 0 ? t('Ready when you are') : t('Nothing is on yet')}
      </h2>
      <p className="text-[calc(var(--u)*2.2)] text-balance text-text-2">
        {queue.length > 0 ? t('The songs are waiting.') : t('Point a camera at the square and add the first song.')}
      </p>
    </section>
  )
}
