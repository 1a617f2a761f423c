'use client'

import { useText } from '#text'
import './room.css'
import { useLayoutEffect } from 'react'
import { ChatProvider } from '@/components/chat/chat-context'
import { RoomDialogs } from '@/components/room/dialogs/room-dialogs'
import { UntilTheEnd } from '@/components/room/door/until-the-end'
import { PeopleColumn } from '@/components/room/people/people-column'
import { QueueColumn } from '@/components/room/queue/queue-column'
import { PlayerProvider, usePlayerView } from '@/components/room/sound/player-context'
import { useLockScreen } from '@/components/room/sound/use-lock-screen'
import { useMediaSession } from '@/components/room/sound/use-media-session'
import { useSoundReport } from '@/components/room/sound/use-sound'
import { useWakeLock } from '@/components/room/sound/use-wake-lock'
import { Ambient } from '@/components/room/stage/ambient'
import { MiniPlayer } from '@/components/room/stage/mini-player'
import { NowAnnouncer } from '@/components/room/stage/now-announcer'
import { Stage } from '@/components/room/stage/stage'
import { cn } from '@/components/ui/cn'
import type { TrackDetails } from '@/lib/catalog/track'
import type { Notices } from '@/lib/preferences/schema'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { ConnectionBanner } from './connection-banner'
import { RoomProvider } from './room-context'
import { RoomHeader } from './room-header'
import { ScreenProvider, useScreen } from './screen-context'
import { TabBar } from './tab-bar'
import { useShortcuts } from './use-shortcuts'

/** The room: drawn from the server's snapshot, alive from then on. */
export function RoomScreen({
  initial,
  details,
  notices,
  shareOrigin,
  hasYoutube,
}: {
  initial: RoomSnapshot
  details: TrackDetails | null
  notices: Notices
  shareOrigin: string | null
  hasYoutube: boolean
}) {
  return (
    <RoomProvider initial={initial} details={details} notices={notices}>
      <UntilTheEnd>
        <PlayerProvider>
          <ScreenProvider>
            <ChatProvider>
              <Layout />
              <RoomDialogs shareOrigin={shareOrigin} hasYoutube={hasYoutube} />
              <Keys />
            </ChatProvider>
          </ScreenProvider>
        </PlayerProvider>
      </UntilTheEnd>
    </RoomProvider>
  )
}

const column = 'flex min-h-0 min-w-0 flex-col bg-[color-mix(in_oklab,var(--surface-0)_78%,transparent)]'

function Layout() {
  const t = useText()
  const { view } = useScreen()
  // On a small screen the door is scrolled down to its button, and the room takes its place on the same page.
  useLayoutEffect(() => {
    scrollTo(0, 0) // newer browsers return a promise, which React would take for a clean-up
  }, [])
  return (
    <div
      data-room=""
      className={cn(
        'relative isolate grid min-h-dvh grid-cols-[372px_minmax(520px,1fr)_344px] grid-rows-[64px_minmax(0,1fr)] overflow-x-clip max-xl:grid-cols-[320px_minmax(440px,1fr)_304px] max-lg:grid-cols-[minmax(0,1fr)_304px] max-lg:grid-rows-[64px_auto_minmax(520px,auto)] max-sm:block lg:h-dvh lg:min-h-[760px]',
        view === 'queue' && 'max-sm:pb-[234px]',
      )}
    >
      <Ambient />
      <NowAnnouncer />
      <div className={cn('contents', view === 'now' && 'max-sm:hidden')}>
        <RoomHeader />
      </div>
      <ConnectionBanner />
      <main className="contents">
        <section
          aria-label={t('Queue')}
          className={cn(
            column,
            'border-r pt-4 pr-3 pl-4 max-lg:row-start-3 max-sm:border-0 max-sm:bg-transparent max-sm:px-4 max-sm:pt-0',
            view === 'now' && 'max-sm:hidden',
          )}
        >
          <QueueColumn />
        </section>
        <Stage />
        <section
          aria-label={t('People and chat')}
          className={cn(column, 'border-l max-lg:row-start-3 max-lg:border-l-0 max-sm:hidden')}
        >
          <PeopleColumn />
        </section>
      </main>
      <MiniPlayer />
      {view === 'queue' && <TabBar />}
    </div>
  )
}

function Keys() {
  useShortcuts()
  useMediaSession()
  useLockScreen()
  useSoundReport()
  useWakeLock(usePlayerView().status !== 'locked')
  return null
}
