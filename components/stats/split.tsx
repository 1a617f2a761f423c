import type { CSSProperties } from 'react'
import type { Totals } from '@/lib/stats/schema'

/** What a row's numbers are made of, as long as its share of the busiest. */
export function Split({ totals, share }: { totals: Totals; share: number }) {
  const parts = [
    { value: totals.totalAdded, colour: 'var(--chart-3)' },
    { value: totals.totalLikesGot, colour: 'var(--chart-1)' },
    { value: totals.totalLikesGiven, colour: 'var(--chart-2)' },
  ]
  return (
    <span
      role="img"
      aria-label={`${totals.totalAdded} added, ${totals.totalLikesGot} likes got, ${totals.totalLikesGiven} likes given`}
      style={{ width: `${share * 100}%` }}
      className="flex h-2 min-w-6 gap-0.5"
    >
      {parts
        .filter((part) => part.value > 0)
        .map((part) => (
          <i
            key={part.colour}
            style={{ '--v': part.value, background: part.colour } as CSSProperties}
            className="h-2 flex-[var(--v)] rounded-[2px]"
          />
        ))}
    </span>
  )
}
