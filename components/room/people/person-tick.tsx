'use client'

import { useText } from '#text'
import { usePlayerView, useStepOf } from '@/components/room/sound/player-context'
import { msText, SYNC_LOOKS } from '@/components/room/sound/sync-text'
import { cn } from '@/components/ui/cn'
import { msg } from '@/lib/language/text'
import { LATE_MS } from '@/lib/playback/step'

const EDGE_MS = 30

const isLate = (ms: number | null) => Math.abs(ms ?? 0) > LATE_MS
// Whole pixels: a dot that follows each tenth of a millisecond never rests, and nor does the drawing.
const onLine = (ms: number | null) => Math.round(Math.max(-EDGE_MS, Math.min(EDGE_MS, ms ?? 0)))

/** Where I stand: measured on this device. */
export function MyTick() {
  const t = useText()
  const { status, syncMs } = usePlayerView()
  const isSilent = status === 'locked' || status === 'silent'
  return (
    <>
      <Dot x={onLine(syncMs)} className={isSilent ? HOLLOW : isLate(syncMs) ? 'bg-warning' : 'bg-accent'} />
      <span className={cn('mono text-right text-xs', isLate(syncMs) ? 'text-warning' : 'text-text-3')}>
        {msText(t, syncMs) ?? (isSilent ? t('silent') : <span className="sr-only">{t(SYNC_LOOKS[status].word)}</span>)}
      </span>
    </>
  )
}

const PRESENCES = { listening: msg('listening'), silent: msg('silent'), away: msg('away') }
export type HereAs = keyof typeof PRESENCES

/** Where somebody else stands: on the line as far off as they say, or with a hollow dot without sound or away. */
export function Tick({ memberId, presence, hasMenu }: { memberId: string; presence: HereAs; hasMenu: boolean }) {
  const t = useText()
  const isListening = presence === 'listening'
  const told = useStepOf(memberId)
  const ms = isListening ? told : null
  return (
    <>
      <Dot x={onLine(ms)} className={isLate(ms) ? 'bg-warning' : isListening ? 'bg-text-1' : HOLLOW} />
      <span
        className={cn(
          'mono text-right text-xs',
          isLate(ms) ? 'text-warning' : 'text-text-3',
          hasMenu && 'group-focus-within/person:invisible group-hover/person:invisible pointer-coarse:invisible',
        )}
      >
        {isListening ? <Standing ms={ms} /> : t(PRESENCES[presence])}
      </span>
    </>
  )
}

function Standing({ ms }: { ms: number | null }) {
  const t = useText()
  if (ms === null) return <span className="sr-only">{t('listening')}</span>
  return (
    <>
      <span className="sr-only">{isLate(ms) ? t('out of step by') : t('in step within')} </span>
      {msText(t, ms)}
    </>
  )
}

const HOLLOW = 'bg-surface-0 max-sm:bg-surface-1 ring-0 shadow-[inset_0_0_0_1.5px_var(--text-3)]'

function Dot({ x, className }: { x: number; className: string }) {
  return (
    <span aria-hidden="true" className="relative grid h-full place-items-center">
      <i
        style={{ translate: `${x}px 0` }}
        className={cn(
          'size-2 rounded-full ring-3 ring-surface-0 transition-[translate] duration-[400ms] ease-settle max-sm:ring-surface-1',
          className,
        )}
      />
    </span>
  )
}
