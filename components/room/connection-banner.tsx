'use client'

import { useState } from 'react'
import { useText } from '#text'
import { usePlayerView } from '@/components/room/sound/player-context'
import { usePosition } from '@/components/room/stage/use-position'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { goingOnText } from './going-on'
import { useRoomContext } from './room-context'
import { reconnectNow } from './room-socket'

/** The connection is away: what still works, and that it is being mended. */
export function ConnectionBanner() {
  const t = useText()
  const { connection, socket } = useRoomContext()
  if (connection.status !== 'reconnecting') return null
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
        {t('Connection lost.')} <GoingOn />{' '}
        {connection.attempt > 1
          ? t('Rejoining, {attempt, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} try.', connection)
          : t('Rejoining.')}
      </Banner>
    </div>
  )
}

function GoingOn() {
  const t = useText()
  const { room, next } = useRoomContext()
  const { status } = usePlayerView()
  const { playback, nowPlaying } = room
  const [hasEnded, setHasEnded] = useState(false)
  usePosition((positionMs) => setHasEnded(nowPlaying !== null && positionMs >= nowPlaying.track.durationMs))
  const isPlaying = playback.isPlaying && nowPlaying !== null
  return goingOnText(t, { status, isPlaying, hasEnded, hasNext: next !== null })
}
