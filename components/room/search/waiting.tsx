'use client'

import { CornerDownLeft } from 'lucide-react'
import { useText } from '#text'
import { Tag } from '@/components/ui/tag'
import type { QueueItem } from '@/lib/queue/schema'

/** What stands in a row of the search when its song is in the queue already. */
export function Waiting({ item }: { item: QueueItem }) {
  const t = useText()
  return (
    <>
      <Tag variant="accent" className="max-sm:hidden">
        {t('In the queue, {votes, plural, one {# vote} other {# votes}}', { votes: item.votes })}
      </Tag>
      <span className="flex w-20 flex-none items-center justify-end gap-1.5 text-sm text-text-2">
        {item.votedByMe ? t('Voted') : t('Upvote')}
        {!item.votedByMe && (
          <CornerDownLeft
            aria-hidden="true"
            className="hidden size-4 group-data-[selected=true]/item:block pointer-coarse:hidden"
            strokeWidth={1.75}
          />
        )}
      </span>
    </>
  )
}
