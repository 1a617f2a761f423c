'use client'

import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { SilentNote } from '@/components/room/sound/silent-note'
import { useSound } from '@/components/room/sound/use-sound'
import { IconButton } from '@/components/ui/icon-button'
import { Tooltip } from '@/components/ui/tooltip'
import { ReactionButtons } from './reactions'
import { skipTally } from './skip-tally'
import { SkipVote } from './skip-vote'
import { Volume } from './volume'

/** Play, pause, skip: for everyone, by those who may. Volume: for this device. */
export function Transport() {
  const { may } = useActing()
  return (
    <div className="grid grid-cols-[1fr_auto_1fr] items-center gap-4 max-lg:col-span-full max-sm:mt-auto max-sm:grid-cols-1 max-sm:gap-2">
      <div className="flex min-w-0 items-center gap-3 max-sm:w-full max-sm:justify-center">
        <ReactionButtons />
      </div>
      {may('playback:command') ? <Controls /> : <Waiting />}
      <SoundHere />
    </div>
  )
}

/** This device's sound: how loud, or the way to it. */
function SoundHere() {
  const { isSilent } = useSound()
  return (
    <div className="flex items-center justify-end gap-1 max-sm:hidden">
      {isSilent ? <SilentNote isShort className="gap-2" /> : <Volume />}
    </div>
  )
}

function Controls() {
  const t = useText()
  const { actions } = useActing()
  const { room } = useRoomContext()
  const { isPlaying } = room.playback
  const tally = skipTally(room)
  const skip = tally?.votes
    ? t('Skip, {votes} of {needed} want it', { votes: tally.votes, needed: tally.needed })
    : t('Skip')
  return (
    <div className="flex items-center gap-3 max-sm:w-full max-sm:justify-evenly">
      <Tooltip label={t('Back to the start')}>
        <IconButton label={t('Back to the start')} onClick={() => actions.command('seek', 0)}>
          <SkipBack aria-hidden="true" strokeWidth={1.75} />
        </IconButton>
      </Tooltip>
      <Tooltip label={isPlaying ? t('Pause for everyone') : t('Play for everyone')} shortcut={t('space')}>
        <button
          type="button"
          aria-label={isPlaying ? t('Pause for everyone') : t('Play for everyone')}
          onClick={() => actions.command(isPlaying ? 'pause' : 'play')}
          className="grid size-14 place-items-center rounded-full bg-solid text-on-solid transition-transform duration-[120ms] ease-out active:scale-[0.96] max-sm:size-17"
        >
          {isPlaying ? (
            <Pause aria-hidden="true" className="size-6" fill="currentColor" strokeWidth={1.75} />
          ) : (
            <Play aria-hidden="true" className="size-6 translate-x-px" fill="currentColor" strokeWidth={1.75} />
          )}
        </button>
      </Tooltip>
      <Tooltip label={skip}>
        <IconButton label={skip} onClick={() => actions.command('skip')}>
          <SkipForward aria-hidden="true" strokeWidth={1.75} />
        </IconButton>
      </Tooltip>
    </div>
  )
}

function Waiting() {
  const t = useText()
  const { room } = useRoomContext()
  const names = room.members.filter((member) => member.role !== 'listener').map((member) => member.displayName)
  return (
    <div className="grid min-h-14 content-center justify-items-center gap-2 text-center">
      <p className="text-sm text-balance text-text-2">
        {!room.playback.isPlaying && `${t('Paused.')} `}
        {names.length > 2
          ? t('The host and the moderators play and skip')
          : t('{names} can play and skip', { names: new Intl.ListFormat(t.locale).format(names) || t('The host') })}
      </p>
      <SkipVote />
    </div>
  )
}
