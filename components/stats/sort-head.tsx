import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** A column's head that sorts by it. `isDown` is null while another column does. */
export function SortHead({
  label,
  isDown,
  onSort,
  className,
}: {
  label: ReactNode
  isDown: boolean | null
  onSort: () => void
  className?: string
}) {
  const Arrow = isDown ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={isDown === null ? undefined : isDown ? 'descending' : 'ascending'}
      className={cn('whitespace-nowrap pr-3 pb-1 text-left font-normal last:pr-0', className)}
    >
      <button
        type="button"
        onClick={onSort}
        className="inline-flex h-8 items-center gap-1 rounded-sm text-text-3 text-xs hover:text-text-1 pointer-coarse:h-11"
      >
        {isDown !== null && <Arrow aria-hidden="true" className="size-3" />}
        {label}
      </button>
    </th>
  )
}
