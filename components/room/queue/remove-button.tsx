'use client'

import { Trash2 } from 'lucide-react'
import { useText } from '#text'
import { useActing } from '@/components/room/room-context'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import type { QueueItem } from '@/lib/queue/schema'

/** Goes at once, with Undo in the toast: the song comes back as it was, also somebody else's. */
export function RemoveButton({ item }: { item: QueueItem }) {
  const t = useText()
  const { actions, may, myId } = useActing()
  const isMine = item.addedBy.memberId === myId
  if (!isMine && !may('queue:remove-any')) return null
  return (
    <IconButton
      label={t('Take {title} out of the queue', { title: item.track.title })}
      size="sm"
      className={cn(HIDDEN, 'text-text-3 hover:bg-surface-3')}
      onClick={() => actions.remove(item)}
    >
      <Trash2 aria-hidden="true" strokeWidth={1.75} />
    </IconButton>
  )
}

/** With a mouse without width, so that titles have it, until the row is pointed at or something in it has the focus. */
const HIDDEN =
  'pointer-fine:-ml-3 pointer-fine:w-0 pointer-fine:opacity-0 group-focus-within/row:ml-0 group-focus-within/row:w-8 group-focus-within/row:opacity-100 group-hover/row:ml-0 group-hover/row:w-8 group-hover/row:opacity-100'
