'use client'

import { Flame, HandMetal, Heart, Laugh, type LucideIcon, Sparkles, Zap } from 'lucide-react'
import { useText } from '#text'
import { useActing } from '@/components/room/room-context'
import { IconButton } from '@/components/ui/icon-button'
import { msg } from '@/lib/language/text'
import type { ReactionKind } from '@/lib/rooms/reactions'
import type { Floating, Pip } from './reaction-state'
import { useReact } from './use-reactions'

const LOOKS: Record<ReactionKind, { icon: LucideIcon; name: string }> = {
  fire: { icon: Flame, name: msg('fire') },
  dance: { icon: Zap, name: msg('dance') },
  clap: { icon: HandMetal, name: msg('cheer') },
  laugh: { icon: Laugh, name: msg('laugh') },
  heart: { icon: Heart, name: msg('heart') },
  wow: { icon: Sparkles, name: msg('wow') },
}
const OFFERED: ReactionKind[] = ['fire', 'dance', 'clap', 'laugh']

/** One tap, and everyone sees it rise from the needle. */
export function ReactionButtons() {
  const t = useText()
  const { may } = useActing()
  const react = useReact()
  if (!may('react')) return null
  return (
    <div className="-ml-2.5 flex gap-0.5 max-sm:ml-0">
      {OFFERED.map((kind) => {
        const { icon: Icon, name } = LOOKS[kind]
        return (
          <IconButton key={kind} label={t('React: {name}', { name: t(name) })} onClick={() => react(kind)}>
            <Icon aria-hidden="true" strokeWidth={1.75} />
          </IconButton>
        )
      })}
    </div>
  )
}

/** Belongs into the needle's rail. */
export function ReactionFloats({ floating }: { floating: Floating[] }) {
  return (
    <div aria-hidden="true" className="absolute top-0 left-0 text-accent-strong">
      {floating.map(({ id, kind, drift }) => {
        const Icon = LOOKS[kind].icon
        return <Icon key={id} className="room-float size-5" style={{ left: drift - 10 }} strokeWidth={1.75} />
      })}
    </div>
  )
}

/** Belongs over the waveform. */
export function ReactionPips({ pips, durationMs }: { pips: Pip[]; durationMs: number }) {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-x-0 top-2 h-4.5 text-text-2">
      {pips.map(({ id, kind, positionMs, count }) => {
        const Icon = LOOKS[kind].icon
        return (
          <Icon
            key={id}
            className={count > 2 ? 'room-pip size-4 text-accent' : 'room-pip size-[13px]'}
            style={{ left: `${(positionMs / durationMs) * 100}%` }}
            strokeWidth={1.75}
          />
        )
      })}
    </div>
  )
}
