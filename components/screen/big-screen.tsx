'use client'

import '@/components/room/room.css'
import './screen.css'
import { UntilTheEnd } from '@/components/room/door/until-the-end'
import { RoomProvider, useRoomContext } from '@/components/room/room-context'
import { ScreenProvider } from '@/components/room/screen-context'
import { PlayerProvider } from '@/components/room/sound/player-context'
import { useMediaSession } from '@/components/room/sound/use-media-session'
import { useSoundReport } from '@/components/room/sound/use-sound'
import { useWakeLock } from '@/components/room/sound/use-wake-lock'
import { Ambient } from '@/components/room/stage/ambient'
import { NowAnnouncer } from '@/components/room/stage/now-announcer'
import { RoomColour } from '@/components/room/stage/room-colour'
import type { TrackDetails } from '@/lib/catalog/track'
import { DEFAULT_PREFERENCES } from '@/lib/preferences/schema'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { ScreenControls } from './screen-controls'
import { ScreenDoor } from './screen-door'
import { ScreenHeader } from './screen-header'
import { ScreenNow } from './screen-now'
import { ScreenQueue } from './screen-queue'

/** The room for a television or projector: nothing to press, all of it readable from across the room. */
export function BigScreen({
  initial,
  details,
  shareOrigin,
}: {
  initial: RoomSnapshot
  details: TrackDetails | null
  shareOrigin: string | null
}) {
  return (
    <RoomProvider initial={initial} details={details} notices={DEFAULT_PREFERENCES.notices}>
      <UntilTheEnd>
        <PlayerProvider>
          <ScreenProvider>
            <Layout shareOrigin={shareOrigin} />
            <Life />
          </ScreenProvider>
        </PlayerProvider>
      </UntilTheEnd>
    </RoomProvider>
  )
}

function Layout({ shareOrigin }: { shareOrigin: string | null }) {
  const { nowPlaying } = useRoomContext().room
  return (
    <div data-room="" data-theme="dark" className="big-screen">
      <Ambient />
      <RoomColour />
      <NowAnnouncer />
      <ScreenHeader />
      <main className={nowPlaying ? 'big-screen-main' : 'big-screen-main is-quiet'}>
        <ScreenNow />
        <ScreenQueue />
      </main>
      <ScreenDoor origin={shareOrigin} />
      <ScreenControls />
    </div>
  )
}

function Life() {
  useMediaSession()
  useSoundReport()
  useWakeLock(true)
  return null
}
