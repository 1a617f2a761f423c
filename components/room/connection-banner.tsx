'use client'

import { useText } from '#text'
import { usePlayerView } from '@/components/room/sound/player-context'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useRoomContext } from './room-context'
import { reconnectNow } from './room-socket'

/** The connection is away: what still works, and that it is being mended. */
export function ConnectionBanner() {
  const t = useText()
  const { connection, socket } = useRoomContext()
  const { status } = usePlayerView()
  if (connection.status !== 'reconnecting') return null
  const isHeard = status !== 'locked' && status !== 'silent'
  return (
    <div className="pointer-events-none absolute inset-x-4 top-[72px] z-20 flex justify-center max-sm:static max-sm:px-4 max-sm:pb-2">
      <Banner
        isWaiting
        className="pointer-events-auto w-full max-w-md animate-pop-in bg-surface-3 shadow-2 ring-1 ring-line"
        action={
          <Button variant="ghost" size="sm" onClick={() => reconnectNow(socket)}>
            {t('Now')}
          </Button>
        }
      >
        {t('Connection lost.')} {isHeard && `${t('The song goes on.')} `}
        {connection.attempt > 1
          ? t('Rejoining, {attempt, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} try.', connection)
          : t('Rejoining.')}
      </Banner>
    </div>
  )
}
