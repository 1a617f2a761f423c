import type { CSSProperties } from 'react'
import { cn } from './cn'

export type Dot = {
  /** Px from the line, negative is left of it. */
  x: number
  /** Px from the top of 72. */
  y: number
  /** A listener, one not here yet (hollow), one out of step, or you. */
  is?: 'here' | 'away' | 'late' | 'you'
}

const LOOKS = {
  here: 'bg-text-1',
  away: 'bg-surface-1 shadow-[inset_0_0_0_1.5px_var(--text-3)]',
  late: 'bg-warning',
  you: 'bg-surface-1 shadow-[inset_0_0_0_2px_var(--accent)]',
}

/** The line with a few dots on it: what an empty, refused or failed view looks like. */
export function Motif({ dots, className }: { dots: Dot[]; className?: string }) {
  return (
    <div aria-hidden="true" className={cn('relative h-18 w-30', className)}>
      <span className="absolute inset-y-0 left-[59px] w-0.5 rounded-[1px] bg-[linear-gradient(transparent,var(--accent)_25%,var(--accent)_75%,transparent)]" />
      {dots.map((dot) => (
        <i
          key={`${dot.x} ${dot.y}`}
          style={{ '--x': `${dot.x}px`, '--y': `${dot.y}px` } as CSSProperties}
          className={cn('absolute top-(--y) left-[calc(55px+var(--x))] size-2.5 rounded-full', LOOKS[dot.is ?? 'here'])}
        />
      ))}
    </div>
  )
}
