import { Check, Circle, RefreshCw } from 'lucide-react'
import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import { msg } from '@/lib/language/text'

/** What the worker makes, with the progress at which each is done. */
const STEPS = [
  { label: msg('Checked'), until: 5 },
  { label: msg('Loudness and waveform'), until: 20 },
  { label: msg('High, low, preview'), until: 90 },
  { label: msg('Cover'), until: 100 },
]

export function ProcessingSteps({ progress }: { progress: number }) {
  const t = useText()
  const now = STEPS.findIndex((step) => progress < step.until)
  return (
    <div
      role="progressbar"
      aria-label={t('Processing')}
      aria-valuenow={progress}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={t(STEPS[now]?.label ?? 'Ready')}
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
            {t(label)}
          </span>
        )
      })}
    </div>
  )
}
