import { Check, Circle, RefreshCw } from 'lucide-react'
import { cn } from '@/components/ui/cn'

/** What the worker makes, with the progress at which each is done. */
const STEPS = [
  { label: 'Checked', until: 5 },
  { label: 'Loudness and waveform', until: 20 },
  { label: 'High, low, preview', until: 90 },
  { label: 'Cover', until: 100 },
]

export function ProcessingSteps({ progress }: { progress: number }) {
  const now = STEPS.findIndex((step) => progress < step.until)
  return (
    <div
      role="progressbar"
      aria-label="Processing"
      aria-valuenow={progress}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={STEPS[now]?.label ?? 'Ready'}
      className="flex flex-wrap gap-x-3 gap-y-1 text-text-3 text-xs"
    >
      {STEPS.map(({ label }, index) => {
        const isDone = now === -1 || index < now
        const Icon = isDone ? Check : index === now ? RefreshCw : Circle
        return (
          <span
            key={label}
            className={cn('inline-flex items-center gap-1', isDone && 'text-positive', index === now && 'text-accent')}
          >
            <Icon aria-hidden="true" strokeWidth={1.75} className="size-[13px]" />
            {label}
          </span>
        )
      })}
    </div>
  )
}
