'use client'

import { ChevronUp } from 'lucide-react'
import { useText } from '#text'
import { useActing } from '@/components/room/room-context'
import { cn } from '@/components/ui/cn'
import type { QueueItem } from '@/lib/queue/schema'

/** Upvote, and take it back. The vote shows at once and settles back when it is refused. */
export function VoteButton({ item, isWide, className }: { item: QueueItem; isWide?: boolean; className?: string }) {
  const t = useText()
  const { actions, may } = useActing()
  return (
    <button
      type="button"
      aria-pressed={item.votedByMe}
      aria-label={t('Upvote {title}, {votes, plural, one {# vote} other {# votes}}', {
        title: item.track.title,
        votes: item.votes,
      })}
      disabled={!may('vote')}
      onClick={() => actions.vote(item.streamId, !item.votedByMe)}
      className={cn(
        'mono flex-none rounded-md font-medium transition-[background-color,color] duration-[120ms]',
        isWide ? WIDE : NARROW,
        item.votedByMe ? (isWide ? 'bg-accent text-on-accent' : 'bg-accent-soft text-accent') : RESTING,
        isWide && !item.votedByMe && 'hairline-strong',
        className,
      )}
    >
      <ChevronUp aria-hidden="true" className="size-4" strokeWidth={2.25} />
      {item.votes}
    </button>
  )
}

const WIDE = 'inline-flex h-11 items-center gap-2 pr-4 pl-3 text-[15px]'
const NARROW = 'grid h-12 w-11 content-center justify-items-center gap-px text-sm/4 max-sm:w-12'
const RESTING = 'text-text-2 hover:bg-surface-2 hover:text-text-1'
