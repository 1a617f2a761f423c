'use client'

import { SkipForward } from 'lucide-react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { cn } from '@/components/ui/cn'
import { skipTally } from './skip-tally'

/** For those who can't skip: the vote, and how many more it takes. */
export function SkipVote() {
  const t = useText()
  const { room } = useRoomContext()
  const { actions, may } = useActing()
  const tally = skipTally(room)
  if (!tally || !may('skip:vote')) return null
  const { votes, needed, isMine } = tally
  return (
    <button
      type="button"
      aria-pressed={isMine}
      onClick={() => actions.skipVote(!isMine)}
      className={cn(
        'inline-flex h-9 flex-none items-center gap-2 rounded-md px-3 text-sm font-medium transition-[background-color,color] duration-[120ms] pointer-coarse:h-11',
        isMine ? 'bg-accent-soft text-accent' : 'hairline-strong text-text-1 hover:bg-surface-2',
      )}
    >
      <SkipForward aria-hidden="true" strokeWidth={1.75} className="size-4" />
      {t('Vote to skip')}
      {votes > 0 && (
        <span className="mono">
          <span className="sr-only">, </span>
          {t('{votes} of {needed}', { votes, needed })}
        </span>
      )}
    </button>
  )
}
