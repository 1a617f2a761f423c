import { cn } from '@/components/ui/cn'

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
export function heatText(heat: number): string {
  return heat < 10 ? heat.toFixed(1) : Math.round(heat).toLocaleString('en')
}
