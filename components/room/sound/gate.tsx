'use client'

import { Play } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useRef } from 'react'
import { useText } from '#text'
import { Sentence } from '@/components/language/sentence'
import { useRoomContext } from '@/components/room/room-context'
import { usePosition } from '@/components/room/stage/use-position'
import { Button } from '@/components/ui/button'
import { DialogScrim } from '@/components/ui/dialog'
import { Mark } from '@/components/ui/mark'
import { clockText } from '@/lib/clock-text'
import { useGate } from './use-gate'

/** A browser wants one tap before sound: the first thing in the room, with all that is to be won by it. */
export function Gate() {
  const t = useText()
  const { isOpen, listenHere, takePartSilently, pass } = useGate()
  const { nowPlaying, room } = useRoomContext().room
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && pass()}>
      <Radix.Portal>
        <DialogScrim />
        <Radix.Content className="fixed top-[24vh] left-1/2 z-50 grid max-h-[74dvh] w-[calc(100%-32px)] max-w-[420px] -translate-x-1/2 justify-items-center gap-2 overflow-y-auto rounded-xl bg-surface-1 p-8 text-center shadow-3 ring-1 ring-line outline-none data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in max-sm:inset-0 max-sm:max-h-none max-sm:w-full max-sm:max-w-none max-sm:translate-x-0 max-sm:grid-rows-[minmax(0,1fr)] max-sm:rounded-none max-sm:px-6 max-sm:pb-11">
          {nowPlaying ? (
            <img
              src={nowPlaying.track.coverUrl}
              alt=""
              width={248}
              height={248}
              className="mb-3 size-24 max-sm:self-center rounded-[14px] bg-surface-2 object-cover shadow-cover max-sm:mb-6 max-sm:size-62 max-sm:rounded-[20px]"
            />
          ) : (
            <Mark className="mb-2 size-14 max-sm:self-center" />
          )}
          <Radix.Title className="text-lg font-semibold text-balance max-sm:text-[26px]/[32px]">
            {nowPlaying
              ? t('{name} is playing {title}', { name: room.name, title: nowPlaying.track.title })
              : t('You are in {name}', { name: room.name })}
          </Radix.Title>
          <Radix.Description className="text-balance text-text-2 max-sm:text-md">
            {nowPlaying ? (
              <Landing />
            ) : (
              t('Nothing plays yet. The first song starts here the moment it starts for everyone.')
            )}
          </Radix.Description>
          <Button size="lg" className="mt-4 w-full" onClick={listenHere}>
            <Play aria-hidden="true" fill="currentColor" />
            {t('Start listening')}
          </Button>
          <Button variant="ghost" onClick={takePartSilently}>
            {t('Take part without sound')}
          </Button>
          <p className="text-sm text-pretty text-text-3">
            {t('Without sound you add, vote and chat from here while another device plays.')}
          </p>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** "11 people hear it right now. You land at 1:47, with them." */
function Landing() {
  const t = useText()
  const { listening, me, playback } = useRoomContext().room
  const place = useRef<HTMLSpanElement>(null)
  const others = listening.filter((memberId) => memberId !== me.memberId).length
  usePosition((positionMs) => {
    if (place.current) place.current.textContent = clockText(positionMs)
  })
  if (!playback.isPlaying) return <>{t('It is paused. You start together with everyone.')}</>
  return (
    <Sentence
      of={
        others
          ? '{others, plural, one {# person hears} other {# people hear}} it right now. You land at <place></place>, with them.'
          : 'You land at <place></place>.'
      }
      with={{ others, place: () => <span ref={place} className="tabular-nums" /> }}
    />
  )
}
