import type { ReactNode } from 'react'
import { useText } from '#text'
import { cn } from './cn'

/** The shape of what comes. Shows after 200 ms, so that quick answers never flicker. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={cn('block h-3 animate-skeleton rounded-[6px] bg-surface-3', className)} />
}

/** Tells readers once what is loading; its shapes are hidden from them. */
export function Loading({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div role="status" aria-busy="true" aria-label={label} className={className}>
      {children}
    </div>
  )
}

const WIDTHS = [
  ['w-[62%]', 'w-[40%]'],
  ['w-[48%]', 'w-[30%]'],
  ['w-[70%]', 'w-[36%]'],
  ['w-[40%]', 'w-[44%]'],
] as const

/** Rows of songs to come. Without a label only their shapes: something else says what is loading. */
export function SkeletonRows({ rows = 4, label }: { rows?: number; label?: string | null }) {
  const t = useText()
  const shapes = Array.from({ length: rows }, (_, row) => WIDTHS[row % WIDTHS.length] ?? WIDTHS[0]).map(
    ([title, by], row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
      <div key={row} aria-hidden="true" className="flex items-center gap-3 p-2">
        <Skeleton className="size-12 flex-none rounded-sm" />
        <div className="grid flex-1 gap-2">
          <Skeleton className={title} />
          <Skeleton className={by} />
        </div>
      </div>
    ),
  )
  return label === null ? shapes : <Loading label={label ?? t('Loading songs')}>{shapes}</Loading>
}
