import { Box } from '@/components/stats/box'
import { PageHead } from '@/components/ui/page-head'
import type { CacheOverview } from '@/lib/metrics/overview'
import { CacheHistory } from './cache-history'
import { CacheTable } from './cache-table'
import { KeepFresh } from './keep-fresh'
import { megabytes, percent } from './measures'

/** How the caches of all processes do. */
export function Caches({ overview }: { overview: CacheOverview }) {
  const { kinds, ratio, history } = overview
  const errors = kinds.reduce((sum, { lastHour }) => sum + lastHour.errors, 0)
  return (
    <>
      <KeepFresh everyMs={5_000} />
      <PageHead title="Caches" lead={storeText(overview)} />
      <div className="grid gap-4">
        <Box
          title="Answered without the database"
          aside={<span className="text-sm text-text-3">The last 24 hours</span>}
        >
          <p className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <b className="font-semibold text-[34px] tabular-nums leading-10 tracking-[-0.03em] sm:text-[44px] sm:leading-12">
              {ratio === null ? '–' : percent(ratio, 1)}
            </b>
            <span className="text-text-2">
              {ratio === null ? 'Nobody has read anything in the last hour.' : 'of the reads in the last hour.'}{' '}
              {errors === 0
                ? 'No errors.'
                : `${errors.toLocaleString('en')} ${errors === 1 ? 'command' : 'commands'} without an answer in time.`}
            </span>
          </p>
          <CacheHistory history={history} />
        </Box>
        <Box title="Kinds" aside={<span className="text-sm text-text-3">The last hour</span>}>
          <CacheTable kinds={kinds} />
        </Box>
      </div>
    </>
  )
}

function storeText({ store, isAway, redisBytes, processes, kinds }: CacheOverview): string {
  const who = processes.map(({ name, count }) => (count === 1 ? name : `${count} ${name}`)).join(', ')
  const from = `Counted by ${who || 'no process yet'}.`
  if (store === 'memory') {
    const bytes = kinds.reduce((sum, kind) => sum + kind.bytes, 0)
    return `In each process’s memory, ${megabytes(bytes)} together. ${from}`
  }
  if (isAway) return `Redis does not answer: the database does. ${from}`
  return `Redis, ${redisBytes === null ? 'size unknown' : megabytes(redisBytes)}. ${from}`
}
