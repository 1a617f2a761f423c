'use client'

import { usePlayerView } from '@/components/room/sound/player-context'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useRoomContext } from './room-context'
import { reconnectNow } from './room-socket'
import { ordinal } from './time-text'

/** The connection is away: what still works, and that it is being mended. */
export function ConnectionBanner() {
  const { connection, socket } = useRoomContext()
  const { status } = usePlayerView()
  if (connection.status !== 'reconnecting') return null
  const isHeard = status !== 'locked' && status !== 'silent'
  return (
    <div className="pointer-events-none absolute inset-x-4 top-[72px] z-20 flex justify-center max-sm:top-16">
      <Banner
        isWaiting
        className="pointer-events-auto w-full max-w-md animate-pop-in bg-surface-3 shadow-2 ring-1 ring-line"
        action={
          <Button variant="ghost" size="sm" onClick={() => reconnectNow(socket)}>
            Now
          </Button>
        }
      >
        Connection lost. {isHeard ? 'The song goes on. ' : ''}Rejoining
        {connection.attempt > 1 ? `, ${ordinal(connection.attempt)} try.` : '.'}
      </Banner>
    </div>
  )
}
