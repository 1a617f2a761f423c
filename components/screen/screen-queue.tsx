'use client'

import { ChevronUp } from 'lucide-react'
import { motion } from 'motion/react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { Cut } from '@/components/ui/cut'
import type { QueueItem } from '@/lib/queue/schema'

/** As many as can be read from a sofa. */
const SHOWN = 6

/** What comes next, and how people voted. */
export function ScreenQueue() {
  const t = useText()
  const { queue: waiting, nowPlaying } = useRoomContext().room
  const queue = waiting.filter(({ track }) => track.audio)
  const rest = queue.length - SHOWN
  return (
    <section aria-label={t('Up next')} className="flex min-h-0 min-w-0 flex-col justify-center">
      <h2 className="mb-[calc(var(--u)*1)] text-[calc(var(--u)*1.8)] font-semibold text-text-2">
        {t('Up next')} {rest > 0 && <span className="font-normal text-text-3">{queue.length}</span>}
      </h2>
      {queue.length === 0 ? (
        <p className="text-[calc(var(--u)*1.8)] text-balance text-text-2">
          {nowPlaying
            ? t('Nothing waits. Add a song with your phone and it comes next.')
            : t('Nothing waits. Add a song with your phone and it is the first.')}
        </p>
      ) : (
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-[calc(var(--u)*0.9)]">
          {queue.slice(0, SHOWN).map((item) => (
            <Row key={item.queueId} item={item} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Row({ item: { track, votes } }: { item: QueueItem }) {
  const t = useText()
  return (
    <motion.li layout="position" transition={MOVE} className="flex items-center gap-[calc(var(--u)*1.2)]">
      <img
        src={track.coverUrl}
        alt=""
        width={92}
        height={92}
        className="size-[calc(var(--u)*4)] flex-none rounded-[calc(var(--u)*0.5)] bg-surface-2 object-cover"
      />
      <div className="min-w-0 flex-1">
        <Cut as="p" className="text-[calc(var(--u)*1.75)] leading-tight font-semibold">
          {track.title}
        </Cut>
        <Cut as="p" className="text-[calc(var(--u)*1.45)] leading-tight text-text-2">
          {track.artist}
        </Cut>
      </div>
      <span className="mono inline-flex flex-none items-center text-[calc(var(--u)*1.9)] font-medium text-accent">
        <ChevronUp aria-hidden="true" className="size-[calc(var(--u)*1.8)]" strokeWidth={2.25} />
        <span aria-hidden="true">{votes}</span>
        <span className="sr-only">{t('{votes, plural, one {# vote} other {# votes}}', { votes })}</span>
      </span>
    </motion.li>
  )
}

const MOVE = { duration: 0.24, ease: [0.2, 0.8, 0.2, 1] } as const
