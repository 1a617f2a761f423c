import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import type { KindOverview } from '@/lib/metrics/overview'
import { FlushButton } from './flush-button'
import { megabytes, millis, percent, spanText } from './measures'

const head = 'pr-3 pb-2.5 text-right font-normal text-text-3 text-xs last:pr-0'
const cell = 'whitespace-nowrap border-t py-2.5 pr-3 text-right align-middle last:pr-0'
const wide = 'max-sm:hidden'
const widest = 'max-lg:hidden'

/** One row a kind: how many of its reads were answered, and what it holds. */
export function CacheTable({ kinds }: { kinds: KindOverview[] }) {
  const t = useText()
  return (
    <table className="w-full border-collapse tabular-nums">
      <caption className="sr-only">{t('Caches by kind')}</caption>
      <thead>
        <tr>
          <th scope="col" className={cn(head, 'text-left')}>
            {t('Kind')}
          </th>
          <th scope="col" className={cn(head, wide)}>
            {t('Lives')}
          </th>
          <th scope="col" className={cn(head, 'text-left')}>
            {t('Answered')}
          </th>
          <th scope="col" className={cn(head, wide)}>
            {t('Hits')}
          </th>
          <th scope="col" className={cn(head, widest)}>
            {t('Misses')}
          </th>
          <th scope="col" className={cn(head, widest)}>
            {t('Errors')}
          </th>
          <th scope="col" className={cn(head, wide)}>
            {t('Load, mean')}
          </th>
          <th scope="col" className={head}>
            {t('Keys')}
          </th>
          <th scope="col" className={cn(head, wide)}>
            {t('Memory')}
          </th>
          <th scope="col" className={head}>
            <span className="sr-only">{t('Flush')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <KindRow key={kind.kind} kind={kind} />
        ))}
      </tbody>
    </table>
  )
}

function KindRow({ kind }: { kind: KindOverview }) {
  const t = useText()
  const { lastHour, ratio, meanLoadMs } = kind
  const number = (value: number) => value.toLocaleString(t.locale)
  return (
    <tr>
      <th scope="row" className={cn(cell, 'mono max-w-0 text-left font-normal max-sm:w-[46%] sm:w-[24%]')}>
        <span className="block truncate" title={kind.pattern}>
          {kind.pattern}
        </span>
      </th>
      <td className={cn(cell, wide, 'mono text-text-2')}>{spanText(kind.ttlMs)}</td>
      <td className={cn(cell, 'text-left')}>
        <span className="flex items-center gap-2.5">
          <Trend trend={kind.trend} />
          <span className="mono">{ratio === null ? '–' : percent(t, ratio)}</span>
        </span>
      </td>
      <td className={cn(cell, wide, 'mono')}>{number(lastHour.hits + lastHour.negativeHits)}</td>
      <td className={cn(cell, widest, 'mono text-text-2')}>{number(lastHour.misses)}</td>
      <td className={cn(cell, widest, 'mono', lastHour.errors > 0 ? 'text-warning' : 'text-text-2')}>
        {number(lastHour.errors)}
      </td>
      <td className={cn(cell, wide, 'mono text-text-2')}>{meanLoadMs === null ? '–' : millis(t, meanLoadMs)}</td>
      <td className={cn(cell, 'mono')}>{number(kind.entries)}</td>
      <td className={cn(cell, wide, 'mono')}>{megabytes(t, kind.bytes)}</td>
      <td className={cell}>
        <FlushButton kind={kind.kind} />
      </td>
    </tr>
  )
}

/** The share of an hour's reads by five minutes. The figure stands beside it, so readers skip it. */
function Trend({ trend }: { trend: (number | null)[] }) {
  return (
    <span aria-hidden="true" className="flex h-6 w-20 flex-none items-end gap-0.5 max-sm:hidden">
      {trend.map((share, index) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a bar is about.
          key={index}
          style={{ height: share === null ? 2 : `${Math.max(8, share * 100)}%` }}
          className={cn('flex-1 rounded-[1px]', share === null ? 'bg-surface-3' : 'bg-accent')}
        />
      ))}
    </span>
  )
}
