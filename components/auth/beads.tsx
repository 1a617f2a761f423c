import type { CSSProperties } from 'react'
import { cn } from '@/components/ui/cn'

export type Bead = { label: string /** Px beside the line. */; x?: number; isYou?: boolean }

/** Listeners on the line; whoever is about to come in is the ring. */
export function Beads({ beads }: { beads: Bead[] }) {
  return (
    <>
      <span
        aria-hidden="true"
        className="absolute inset-y-0 left-[38%] -ml-px w-0.5 bg-[linear-gradient(transparent,var(--accent)_20%,var(--accent)_80%,transparent)] min-[900px]:left-1/2"
      />
      <ul
        aria-hidden="true"
        className="absolute top-1/2 right-4 left-[38%] grid -translate-y-1/2 gap-3 min-[900px]:left-1/2 min-[900px]:gap-11"
      >
        {beads.map(({ label, x = 0, isYou }, index) => (
          <li
            key={isYou ? 'you' : label}
            style={{ '--x': `${x - 7}px`, paddingRight: Math.max(0, x - 7) } as CSSProperties}
            className={cn(
              'flex min-h-3.5 translate-x-(--x) items-center gap-4 text-sm/[18px] min-[900px]:whitespace-nowrap text-text-2 transition-transform duration-[400ms] ease-settle min-[900px]:gap-7',
              isYou && 'font-medium text-accent',
              !isYou && index >= 3 && 'max-[899px]:hidden',
            )}
          >
            <i
              className={cn(
                'size-3.5 flex-none rounded-full',
                isYou
                  ? 'bg-surface-0 shadow-[inset_0_0_0_2px_var(--accent),0_0_0_6px_var(--accent-soft)]'
                  : 'bg-text-1',
              )}
            />
            {label}
          </li>
        ))}
      </ul>
    </>
  )
}
