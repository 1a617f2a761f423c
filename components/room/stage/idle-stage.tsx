'use client'

import { Play, Search } from 'lucide-react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { useScreen } from '@/components/room/screen-context'
import { SilentNote } from '@/components/room/sound/silent-note'
import { Button } from '@/components/ui/button'
import { Motif } from '@/components/ui/motif'
import type { Text } from '@/lib/language/text'

/** Nothing is on: what makes it start. */
export function IdleStage() {
  const t = useText()
  const { queue, playback } = useRoomContext().room
  const { actions, may } = useActing()
  const { show } = useScreen()
  const waiting = queue.length > 0
  return (
    <div className="grid justify-items-center gap-2 py-10 text-center max-lg:col-span-full max-sm:my-auto">
      <Motif
        className="mb-2 scale-125"
        dots={[
          { x: 0, y: 12, is: 'you' },
          { x: 0, y: 50, is: 'away' },
        ]}
      />
      <h2 className="text-2xl font-semibold text-balance">
        {waiting ? t('Ready when you are') : t('Nothing is on yet')}
      </h2>
      <p className="max-w-sm text-md text-balance text-text-2">
        {reason(t, waiting, may('playback:command'), playback.isPlaying)}
      </p>
      <div className="mt-5">
        {waiting && may('playback:command') ? (
          <Button size="lg" onClick={() => actions.command('play')}>
            <Play aria-hidden="true" fill="currentColor" />
            {t('Play for everyone')}
          </Button>
        ) : (
          may('queue:add') && (
            <Button size="lg" variant={waiting ? 'line' : 'solid'} onClick={() => show('search')}>
              <Search aria-hidden="true" />
              {t('Find a song')}
            </Button>
          )
        )}
      </div>
      <SilentNote className="mt-6 text-left max-sm:hidden" />
    </div>
  )
}

function reason(t: Text, isWaiting: boolean, mayPlay: boolean, isPlaying: boolean): string {
  if (!isWaiting && isPlaying) return t('The next song that somebody adds starts at once, for everyone.')
  if (!isWaiting && mayPlay)
    return t('Add the first song and press play: everyone in the room hears it at the same instant.')
  if (!isWaiting)
    return t('Add the first song. When the host or a moderator presses play, all hear it at the same instant.')
  if (mayPlay) return t('The queue has songs. One press starts the first on every device here.')
  return t('The host or a moderator starts the music. You can add songs and vote meanwhile.')
}
