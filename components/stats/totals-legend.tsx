import { useText } from '#text'
import { msg } from '@/lib/language/text'

const SERIES = [
  { label: msg('Added'), colour: 'var(--chart-3)' },
  { label: msg('Got'), colour: 'var(--chart-1)' },
  { label: msg('Given'), colour: 'var(--chart-2)' },
]

/** Which colour of a bar is which number. */
export function TotalsLegend() {
  const t = useText()
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-text-2">
      {SERIES.map(({ label, colour }) => (
        <span key={label} className="inline-flex items-center gap-[7px]">
          <i aria-hidden="true" className="h-[3px] w-3 rounded-full" style={{ background: colour }} />
          {t(label)}
        </span>
      ))}
    </div>
  )
}
