import { useText } from '#text'
import { HeatBar } from '@/components/stats/heat-bar'
import type { Ratings } from '@/lib/reviews/schema'
import { FIVE, Stars } from './stars'

/** The average, and how many gave how much. */
export function RatingSummary({ ratings: { average, count, counts } }: { ratings: Ratings }) {
  const t = useText()
  if (average === null) return <p className="text-text-2">{t('No review yet. The first one sets the tone.')}</p>
  const most = Math.max(...counts)
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
      <div>
        <b className="block font-semibold text-[44px] tabular-nums leading-[52px] tracking-[-0.045em]">
          {t.number(average, 1)}
        </b>
        <Stars rating={average} />
        <p className="mt-1 text-sm text-text-3">{t('{count, plural, one {# review} other {# reviews}}', { count })}</p>
      </div>
      <ul className="grid min-w-52 flex-1 gap-1">
        {[...FIVE].reverse().map((stars) => {
          const given = counts[stars - 1] ?? 0
          return (
            <li key={stars} className="flex items-center gap-3 text-sm text-text-2">
              <span className="w-14 flex-none">{t('{stars, plural, one {# star} other {# stars}}', { stars })}</span>
              {given > 0 ? (
                <HeatBar share={given / most} className="flex-1" />
              ) : (
                <HeatBar share={0} className="flex-1 [&_i]:hidden" />
              )}
              <span className="mono w-10 flex-none text-right text-text-3">{given.toLocaleString(t.locale)}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
