import type { ReactNode } from 'react'
import { cn } from './cn'
import { type Dot, Motif } from './motif'

const WAITING: Dot[] = [{ x: 0, y: 31, is: 'away' }]

/** Nothing here, refused or failed: what it is, and one next step. */
export function Empty({
  title,
  children,
  action,
  dots = WAITING,
  isPanel = true,
  heading: Heading = 'h2',
  className,
}: {
  title: ReactNode
  children?: ReactNode
  /** The next step: a button, or a link that looks like one. */
  action?: ReactNode
  dots?: Dot[]
  isPanel?: boolean
  heading?: 'h1' | 'h2' | 'h3'
  className?: string
}) {
  return (
    <div
      className={cn(
        'grid justify-items-center gap-1.5 px-7 pt-9 pb-8 text-center',
        isPanel && 'hairline rounded-lg bg-surface-1',
        className,
      )}
    >
      <Motif dots={dots} />
      <Heading className="mt-2.5 font-semibold text-md tracking-[-0.01em]">{title}</Heading>
      {children && <p className="max-w-[300px] text-balance text-text-2">{children}</p>}
      {action && <div className="mt-3.5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
