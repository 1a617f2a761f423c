import { useText } from '#text'
import { Box } from '@/components/stats/box'
import { PageHead } from '@/components/ui/page-head'
import type { Text } from '@/lib/language/text'
import type { CacheOverview } from '@/lib/metrics/overview'
import { CacheHistory } from './cache-history'
import { CacheTable } from './cache-table'
import { KeepFresh } from './keep-fresh'
import { megabytes, percent } from './measures'

/** How the caches of all processes do. */
export function Caches({ overview }: { overview: CacheOverview }) {
  const t = useText()
  const { kinds, ratio, history } = overview
  const errors = kinds.reduce((sum, { lastHour }) => sum + lastHour.errors, 0)
  return (
    <>
      <KeepFresh everyMs={5_000} />
      <PageHead title={t('Caches')} lead={storeText(t, overview)} />
      <div className="grid gap-4">
        <Box
          title={t('Answered without the database')}
          aside={<span className="text-sm text-text-3">{t('The last 24 hours')}</span>}
        >
          <p className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <b className="font-semibold text-[34px] tabular-nums leading-10 tracking-[-0.03em] sm:text-[44px] sm:leading-12">
              {ratio === null ? '–' : percent(t, ratio, 1)}
            </b>
            <span className="text-text-2">
              {ratio === null ? t('Nobody has read anything in the last hour.') : t('of the reads in the last hour.')}{' '}
              {errors === 0
                ? t('No errors.')
                : t('{errors, plural, one {# command} other {# commands}} without an answer in time.', { errors })}
            </span>
          </p>
          <CacheHistory history={history} />
        </Box>
        <Box title={t('Kinds')} aside={<span className="text-sm text-text-3">{t('The last hour')}</span>}>
          <CacheTable kinds={kinds} />
        </Box>
      </div>
    </>
  )
}

function storeText(t: Text, { store, isAway, redisBytes, processes, kinds }: CacheOverview): string {
  const who = processes.map(({ name, count }) => (count === 1 ? name : `${count} ${name}`)).join(', ')
  const from = t('Counted by {who}.', { who: who || t('no process yet') })
  if (store === 'memory') {
    const bytes = kinds.reduce((sum, kind) => sum + kind.bytes, 0)
    return t('In each process’s memory, {size} together. {from}', { size: megabytes(t, bytes), from })
  }
  if (isAway) return t('Redis does not answer: the database does. {from}', { from })
  return `Redis, ${redisBytes === null ? t('size unknown') : megabytes(t, redisBytes)}. ${from}`
}
