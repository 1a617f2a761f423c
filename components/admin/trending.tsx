'use client'
import { useState } from 'react'
import { useText } from '#text'
import { Box } from '@/components/stats/box'
import { HeatList } from '@/components/stats/heat-list'
import { useLive } from '@/components/stats/use-live'
import { coverStyle } from '@/components/ui/cover-style'
import { PageColour } from '@/components/ui/page-colour'
import { PageHead } from '@/components/ui/page-head'
import { Pulse } from '@/components/ui/pulse'
import type { Text } from '@/lib/language/text'
import type { AdminLive } from './admin-live'
import { HeatBoard } from './heat-board'
import { LiveRooms } from './live-rooms'
import { RoomChoice } from './room-choice'

/** What is hot in all rooms and in one of them, moving while people vote. */
export function Trending({ initial }: { initial: AdminLive }) {
  const t = useText()
  const [chosen, setChosen] = useState(initial.chosen)
  const query = chosen ? `?room=${encodeURIComponent(chosen)}` : ''
  const { value, isStale } = useLive<AdminLive>(`/admin/live${query}`, initial)
  const choose = (code: string) => {
    setChosen(code)
    // The address keeps the choice, without asking the server for the page again.
    window.history.replaceState(null, '', `?room=${encodeURIComponent(code)}`)
  }
  const room = value.rooms.find(({ code }) => code === value.chosen)
  const hottest = value.everywhere[0]?.track
  return (
    <>
      {hottest && <PageColour {...hottest.colour} />}
      <PageHead title={t('Trending')} lead={presenceText(t, value)}>
        <LiveMark isStale={isStale} />
      </PageHead>
      <div className="grid grid-cols-1 items-start gap-4 min-[1320px]:grid-cols-[minmax(0,2.2fr)_minmax(0,1fr)]">
        <Box
          title={t('All rooms')}
          className="overflow-hidden"
          aside={<span className="text-sm text-text-3">{t('Heat, which halves in a day')}</span>}
        >
          <HeatBoard items={value.everywhere} />
        </Box>
        <div className="grid min-w-0 grid-cols-1 gap-4">
          {room && (
            <section
              data-cover
              style={room.nowPlaying ? coverStyle(room.nowPlaying.colour) : undefined}
              className="rounded-lg text-text-1 sm:rounded-[20px]"
            >
              <Box
                title={<RoomChoice rooms={value.rooms} chosen={room} onChoose={choose} />}
                aside={<span className="mono text-text-3 text-xs">{room.code}</span>}
              >
                <HeatList items={value.inRoom} playingId={room.nowPlaying?.id} />
              </Box>
            </section>
          )}
          <Box title={t('Live rooms')}>
            <LiveRooms rooms={value.rooms} chosen={value.chosen} onChoose={choose} />
          </Box>
        </div>
      </div>
    </>
  )
}

function LiveMark({ isStale }: { isStale: boolean }) {
  const t = useText()
  return (
    <span
      role="status"
      className="inline-flex h-9 items-center gap-2.5 rounded-full bg-surface-2 px-3.5 text-sm text-text-2"
    >
      <Pulse state={isStale ? 'wait' : 'beat'} className={isStale ? 'text-warning' : 'text-accent'} />
      {isStale ? t('No answer, trying again') : t('Live')}
    </span>
  )
}

function presenceText(t: Text, { rooms }: AdminLive): string {
  const listening = rooms.reduce((sum, room) => sum + room.listening, 0)
  const live = rooms.filter((room) => room.listening > 0).length
  if (live === 0) return t('Nobody is listening right now.')
  return t(
    '{listening, plural, one {# person} other {# people}} in {live, plural, one {# live room} other {# live rooms}}.',
    { listening, live },
  )
}
