import { cn } from './cn'

/** How far something is, 0–100. */
export function Progress({ label, value, className }: { label: string; value: number; className?: string }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={cn('h-1 overflow-hidden rounded-full bg-surface-3', className)}
    >
      <span
        className="block h-full origin-left rounded-full bg-accent transition-transform duration-[240ms] ease-out"
        style={{ transform: `scaleX(${Math.min(100, Math.max(0, value)) / 100})` }}
      />
    </div>
  )
}
