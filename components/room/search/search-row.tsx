'use client'

import { Headphones, Pause, Plus } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { buttonLook } from '@/components/ui/button-look'
import { CommandItem } from '@/components/ui/command'
import { Cover } from '@/components/ui/cover'
import type { TrackSummary } from '@/lib/catalog/track'
import type { QueueItem } from '@/lib/queue/schema'
import { RowWords } from './row-words'
import { Waiting } from './waiting'

type SearchRowProps = {
  track: TrackSummary
  query: string
  /** It is in the queue already. */
  waiting: QueueItem | null
  isOn: boolean
  isPreviewing: boolean
  onPreview: () => void
}

export function SearchRow({ track, query, waiting, isOn, isPreviewing, onPreview }: SearchRowProps) {
  const { actions } = useActing()
  const { settings } = useRoomContext().room.room
  const isBarred = track.isExplicit && !settings.allowsExplicit && !waiting
  const choose = () => {
    if (!waiting) void actions.add(track)
    else if (!waiting.votedByMe) void actions.vote(waiting.streamId, true)
  }
  return (
    <CommandItem className="group/item" value={track.id} onSelect={choose} disabled={!track.audio || isBarred}>
      <Cover track={track} />
      <RowWords song={track} query={query} isOn={isOn} />
      {!waiting && track.audio && <PreviewButton isOn={isPreviewing} onClick={onPreview} />}
      {waiting ? <Waiting item={waiting} /> : <Add isPlayable={track.audio !== null} isBarred={isBarred} />}
    </CommandItem>
  )
}

/** A picture of a button: the row is the control that keyboards and readers meet, and space does the same. */
function PreviewButton({ isOn, onClick }: { isOn: boolean; onClick: () => void }) {
  const t = useText()
  const click = (event: MouseEvent) => {
    event.stopPropagation()
    onClick()
  }
  const Icon = isOn ? Pause : Headphones
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: an option may hold no button; the space key previews
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <span
      data-preview
      title={isOn ? t('Stop the preview') : t('Listen to it here first')}
      onClick={click}
      className={`grid size-10 flex-none place-items-center rounded-md hover:bg-surface-2 ${isOn ? 'text-accent' : 'text-text-2'}`}
    >
      <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
    </span>
  )
}

function Add({ isPlayable, isBarred }: { isPlayable: boolean; isBarred: boolean }) {
  const t = useText()
  if (isBarred) return <span className="text-sm text-text-3">{t('Not in this room')}</span>
  if (!isPlayable) return <span className="text-sm text-text-3">{t('Not ready')}</span>
  return (
    <span className={buttonLook({ variant: 'line', size: 'sm' })}>
      <Plus aria-hidden="true" strokeWidth={1.75} />
      {t('Add')}
    </span>
  )
}
