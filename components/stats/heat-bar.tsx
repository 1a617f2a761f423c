import { cn } from '@/components/ui/cn'
import type { Text } from '@/lib/language/text'

/** How hot beside the hottest. The figure stands next to it, so readers skip it. */
export function HeatBar({ share, className }: { share: number; className?: string }) {
  return (
    <span aria-hidden="true" className={cn('block h-1 overflow-hidden rounded-full bg-surface-3', className)}>
      <i
        style={{ transform: `scaleX(${Math.max(0.02, share)})` }}
        className="block h-full origin-left rounded-full bg-accent transition-transform duration-[240ms] ease-out"
      />
    </span>
  )
}

/** 0.4, 3.2, 94: a like of this instant is 3. */
export function heatText(t: Text, heat: number): string {
  return heat < 10 ? t.number(heat, 1) : t.number(heat)
}
