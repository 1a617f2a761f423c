'use client'

import { ChevronDown } from 'lucide-react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { useScreen } from '@/components/room/screen-context'
import { SyncDot } from '@/components/room/sound/sync-pill'
import { IconButton } from '@/components/ui/icon-button'

/** On phones, above what plays: the way back to the queue. */
export function NowHeader() {
  const t = useText()
  const { room } = useRoomContext().room
  const { setView } = useScreen()
  return (
    <div className="-mx-4 flex h-13 !w-auto flex-none items-center gap-2 sm:hidden">
      <IconButton label={t('Back to the queue')} onClick={() => setView('queue')}>
        <ChevronDown aria-hidden="true" strokeWidth={1.75} />
      </IconButton>
      <h1 className="flex-1 truncate text-center font-semibold">{room.name}</h1>
      <SyncDot />
    </div>
  )
}
