'use client'

import { Plus, SquarePlay } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#text'
import { useActing } from '@/components/room/room-context'
import { buttonLook } from '@/components/ui/button-look'
import { CommandItem } from '@/components/ui/command'
import type { VideoView } from '@/lib/providers/schema'
import type { QueueItem } from '@/lib/queue/schema'
import { RowWords } from './row-words'
import { Waiting } from './waiting'

type Props = { video: VideoView; query: string; waiting: QueueItem | null; isOn: boolean }

/** A song of YouTube, which becomes one of ours when it is added: that takes a second. */
export function VideoRow({ video, query, waiting, isOn }: Props) {
  const { actions } = useActing()
  const [isAdding, setIsAdding] = useState(false)
  const choose = async () => {
    if (waiting) {
      if (!waiting.votedByMe) await actions.vote(waiting.streamId, true)
      return
    }
    setIsAdding(true)
    await actions.addVideo(video)
    setIsAdding(false)
  }
  return (
    <CommandItem className="group/item" value={video.videoId} onSelect={() => void choose()} disabled={isAdding}>
      <span className="grid size-12 flex-none place-items-center rounded-sm bg-surface-2 text-text-3">
        <SquarePlay aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </span>
      <RowWords song={video} query={query} isOn={isOn} />
      {waiting ? <Waiting item={waiting} /> : <Add isAdding={isAdding} />}
    </CommandItem>
  )
}

function Add({ isAdding }: { isAdding: boolean }) {
  const t = useText()
  return (
    <span className={buttonLook({ variant: 'line', size: 'sm' })}>
      {!isAdding && <Plus aria-hidden="true" strokeWidth={1.75} />}
      {isAdding ? t('Adding …') : t('Add')}
    </span>
  )
}
