'use client'

import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { useScreen } from '@/components/room/screen-context'
import { SilentNote } from '@/components/room/sound/silent-note'
import { cn } from '@/components/ui/cn'
import { IdleStage } from './idle-stage'
import { Instant } from './instant'
import { NowHeader } from './now-header'
import { NowPlaying } from './now-playing'
import { RoomColour } from './room-colour'
import { Transport } from './transport'

/** What plays: the cover, the instant, the controls. On phones a screen of its own. */
export function Stage() {
  const t = useText()
  const { room, details } = useRoomContext()
  const { nowPlaying } = room
  const { view } = useScreen()
  return (
    <section
      aria-label={t('Now playing')}
      className={cn(
        'relative flex min-w-0 flex-col items-center justify-center px-10 pt-6 pb-5 *:w-full *:max-w-[640px] max-xl:px-7',
        'max-lg:col-span-full max-lg:grid max-lg:grid-cols-[232px_minmax(0,1fr)] max-lg:items-end max-lg:gap-x-7 max-lg:border-b max-lg:px-6 max-lg:py-7 max-lg:*:max-w-none',
        'max-sm:flex max-sm:min-h-dvh max-sm:items-stretch max-sm:justify-start max-sm:border-0 max-sm:px-6 max-sm:pt-2 max-sm:pb-6',
        view === 'queue' && 'max-sm:hidden',
      )}
    >
      <RoomColour />
      <NowHeader />
      {nowPlaying ? (
        <>
          <NowPlaying item={nowPlaying} />
          <Instant key={nowPlaying.queueId} item={nowPlaying} peaks={details?.peaks ?? []} />
          <Transport />
          <SilentNote className="mt-4 sm:hidden" />
        </>
      ) : (
        <IdleStage />
      )}
    </section>
  )
}
