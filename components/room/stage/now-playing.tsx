'use client'

import { AnimatePresence, motion } from 'motion/react'
import { useText } from '#text'
import { KeepSong } from '@/components/library/keep-song'
import { VoteButton } from '@/components/room/queue/vote-button'
import { useFace } from '@/components/room/room-context'
import { Avatar } from '@/components/ui/avatar'
import { Cut } from '@/components/ui/cut'
import { ExplicitMark } from '@/components/ui/explicit-mark'
import { trackHref } from '@/lib/catalog/addresses'
import type { QueueItem } from '@/lib/queue/schema'

/** The cover and whose song it is. */
export function NowPlaying({ item }: { item: QueueItem }) {
  const t = useText()
  const { track, addedBy } = item
  return (
    <>
      <Art coverUrl={track.coverUrl} title={track.title} />
      <div className="relative flex items-end gap-4 max-lg:col-start-2 max-lg:pb-2">
        <div className="min-w-0 flex-1">
          <Cut
            as="h2"
            title={track.title}
            className="text-[32px]/[38px] font-semibold tracking-[-0.032em] max-sm:text-[26px]/[32px] max-sm:tracking-[-0.028em]"
          >
            {/* In a tab of its own: leaving this one would stop the music. */}
            <a href={trackHref(track.id)} target="_blank" rel="noreferrer" className="rounded-sm hover:underline">
              {track.title}
            </a>
          </Cut>
          <div className="flex min-w-0 items-center gap-1.5 text-md tracking-normal text-text-2">
            {track.isExplicit && <ExplicitMark />}
            <Cut title={track.artist}>{track.artist}</Cut>
          </div>
          <div className="mt-1 flex min-w-0 items-center gap-1.5 text-sm text-text-2">
            <Avatar id={addedBy.memberId} name={addedBy.displayName} url={useFace(addedBy.memberId)} size="s" />
            <span className="truncate">{t('Added by {name}', { name: addedBy.displayName })}</span>
            <KeepSong track={track} />
          </div>
        </div>
        <VoteButton item={item} isWide />
      </div>
    </>
  )
}

/** Covers cross-fade from song to song. */
function Art({ coverUrl, title }: { coverUrl: string; title: string }) {
  const t = useText()
  return (
    <div className="relative mb-6 aspect-square !w-[clamp(240px,42vh,400px)] max-lg:row-start-1 max-lg:mb-0 max-lg:!w-[232px] max-sm:mx-auto max-sm:mt-2 max-sm:mb-6 max-sm:!w-[min(100%,100dvh-540px)] max-sm:min-w-[160px]">
      <AnimatePresence initial={false}>
        <motion.img
          key={coverUrl}
          src={coverUrl}
          alt={t('Cover of {title}', { title })}
          width={400}
          height={400}
          draggable={false}
          fetchPriority="high"
          className="absolute inset-0 size-full rounded-lg bg-surface-2 object-cover shadow-cover max-sm:rounded-[20px]"
          initial={{ opacity: 0 }}
          animate={{ opacity: 1 }}
          exit={{ opacity: 0 }}
          transition={{ duration: 0.4 }}
        />
      </AnimatePresence>
    </div>
  )
}
