import { useText } from '#text'
import type { CacheOverview } from '@/lib/metrics/overview'

const BARS = 96
const HEIGHT = 96

type Slice = CacheOverview['history'][number]

/** Reads of a day by quarters of an hour: answered by the cache, and loaded. Nobody read: a gap. */
export function CacheHistory({ history }: { history: Slice[] }) {
  const t = useText()
  const each = Math.ceil(history.length / BARS)
  const bars = Array.from({ length: Math.ceil(history.length / each) }, (_, index) =>
    history.slice(index * each, (index + 1) * each).reduce(
      (sum, { hits, misses, errors }) => ({
        hits: sum.hits + hits,
        misses: sum.misses + misses,
        errors: sum.errors + errors,
      }),
      { hits: 0, misses: 0, errors: 0 },
    ),
  )
  const most = Math.max(1, ...bars.map(({ hits, misses }) => hits + misses))
  const total = bars.reduce((sum, { hits, misses }) => sum + hits + misses, 0)
  const hits = bars.reduce((sum, bar) => sum + bar.hits, 0)
  const spoken = t('Reads of the last 24 hours: {total, number}, of which {hits, number} were answered by the cache.', {
    total,
    hits,
  })
  return (
    <figure>
      <svg
        role="img"
        aria-label={spoken}
        viewBox={`0 0 ${bars.length * 4} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-24 w-full border-b"
      >
        {bars.map((bar, index) => {
          const hitHeight = (bar.hits / most) * (HEIGHT - 4)
          const missHeight = (bar.misses / most) * (HEIGHT - 4)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a bar is about.
            <g key={index}>
              <rect x={index * 4} width={3} y={HEIGHT - hitHeight} height={hitHeight} className="fill-accent" />
              <rect
                x={index * 4}
                width={3}
                y={HEIGHT - hitHeight - missHeight}
                height={missHeight}
                className="fill-text-3"
              />
            </g>
          )
        })}
      </svg>
      <figcaption className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-text-2">
        <Key className="bg-accent" label={t('By the cache')} />
        <Key className="bg-text-3" label={t('Loaded')} />
        <span className="ml-auto text-text-3">{t('{total, number} reads', { total })}</span>
      </figcaption>
    </figure>
  )
}

function Key({ className, label }: { className: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-[7px]">
      <i aria-hidden="true" className={`h-[3px] w-3 rounded-full ${className}`} />
      {label}
    </span>
  )
}
