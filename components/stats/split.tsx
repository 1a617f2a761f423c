import type { CSSProperties } from 'react'
import { useText } from '#text'
import type { Totals } from '@/lib/stats/schema'

/** What a row's numbers are made of, as long as its share of the busiest. */
export function Split({ totals, share }: { totals: Totals; share: number }) {
  const t = useText()
  const parts = [
    { value: totals.totalAdded, colour: 'var(--chart-3)' },
    { value: totals.totalLikesGot, colour: 'var(--chart-1)' },
    { value: totals.totalLikesGiven, colour: 'var(--chart-2)' },
  ]
  return (
    <span
      role="img"
      aria-label={t('{added} added, {got} likes got, {given} likes given', {
        added: totals.totalAdded,
        got: totals.totalLikesGot,
        given: totals.totalLikesGiven,
      })}
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
