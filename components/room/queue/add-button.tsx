'use client'

import { Plus } from 'lucide-react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { IconButton } from '@/components/ui/icon-button'
import type { TrackSummary } from '@/lib/catalog/track'
import { VoteButton } from './vote-button'

/** Adds the song; when it waits already, its vote instead. */
export function AddOrVote({ track }: { track: TrackSummary }) {
  const t = useText()
  const { queue, room } = useRoomContext().room
  const { actions, may } = useActing()
  const waiting = queue.find((item) => item.track.id === track.id)
  if (waiting) return <VoteButton item={waiting} />
  if (!may('queue:add') || !track.audio || (track.isExplicit && !room.settings.allowsExplicit)) return null
  return (
    <IconButton
      label={t('Add {title}', { title: track.title })}
      className="mx-0.5 hover:bg-surface-3"
      onClick={() => actions.add(track)}
    >
      <Plus aria-hidden="true" strokeWidth={1.75} />
    </IconButton>
  )
}
