'use client'

import { Search } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { roomList } from '@/components/room/room-list'
import { useScreen } from '@/components/room/screen-context'
import { Kbd } from '@/components/ui/kbd'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Tab, Tabs, TabsContent, TabsList } from '@/components/ui/tabs'
import type { QueuePage } from '@/lib/queue/schema'
import type { TrendingItem } from '@/lib/stats/schema'
import { PlayedList } from './played-list'
import { TrendingList } from './trending-list'
import { UpNext } from './up-next'

const scroller =
  'scroll-quiet -mr-2 min-h-0 flex-1 overflow-y-auto overscroll-contain pr-2 pb-18 outline-none max-lg:overflow-visible'

/** What comes, what trends, what has been. */
export function QueueColumn() {
  const t = useText()
  const {
    room: { room, nowPlaying, queue },
    returns,
  } = useRoomContext()
  const [tab, setTab] = useState('next')
  // Looking again asks again; so does the next song.
  const [looks, setLooks] = useState(0)
  const stamp = `${looks} ${nowPlaying?.queueId ?? 'nothing'}`
  const look = (next: string) => {
    setTab(next)
    setLooks(looks + 1)
  }
  return (
    <Tabs value={tab} onValueChange={look} className="relative flex min-h-0 flex-1 flex-col">
      <AddField />
      <TabsList className="mx-1 mt-2 flex-none" aria-label={t('Songs of the room')}>
        <Tab value="next" count={queue.length}>
          {t('Up next')}
        </Tab>
        <Tab value="trending">{t('Trending')}</Tab>
        <Tab value="played">{t('Played')}</Tab>
      </TabsList>
      <TabsContent value="next" className={scroller}>
        <UpNext />
      </TabsContent>
      <TabsContent value="trending" className={scroller}>
        <Suspense fallback={<SkeletonRows label={t('Loading what trends')} />}>
          {tab === 'trending' && (
            <TrendingList
              answer={roomList<TrendingItem[]>(room.code, 'trending', stamp, returns)}
              onRetry={() => look(tab)}
            />
          )}
        </Suspense>
      </TabsContent>
      <TabsContent value="played" className={scroller}>
        <Suspense fallback={<SkeletonRows label={t('Loading what has played')} />}>
          {tab === 'played' && (
            <PlayedList answer={roomList<QueuePage>(room.code, 'history', stamp, returns)} onRetry={() => look(tab)} />
          )}
        </Suspense>
      </TabsContent>
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-x-0 bottom-0 h-18 bg-linear-to-b from-transparent to-surface-0 max-lg:hidden"
      />
    </Tabs>
  )
}

function AddField() {
  const t = useText()
  const { show } = useScreen()
  const { may } = useActing()
  if (!may('queue:add')) return null
  return (
    <button
      type="button"
      onClick={() => show('search')}
      aria-keyshortcuts="/"
      className="hairline flex h-11 w-full flex-none items-center gap-2.5 rounded-md bg-surface-2 px-3.5 text-left text-text-3 transition-colors duration-[120ms] hover:bg-surface-3 hover:text-text-2 max-sm:hidden"
    >
      <Search aria-hidden="true" strokeWidth={1.75} className="size-5" />
      <span className="flex-1">{t('Add a song')}</span>
      <Kbd>/</Kbd>
    </button>
  )
}
