import type { Size } from '@/lib/cache/store'
import { BUCKETS_MS } from './http-counts'
import type { Family, Sample } from './prometheus'
import type { JobCounts, LiveProcess, ProcessReport } from './schema'

type Facts = { processes: LiveProcess[]; sizes: Map<string, Size>; jobs: JobCounts[] }

/** Everything that is measured. Counters carry their process, since each begins at 0 when it starts. */
export function metricFamilies({ processes, sizes, jobs }: Facts): Family[] {
  return [
    ...cacheFamilies(processes),
    ...sizeFamilies(sizes),
    ...httpFamilies(processes),
    ...jobFamilies(jobs),
    ...ownFamilies(processes),
  ]
}

const nameOf = ({ name, id }: LiveProcess) => ({ process: `${name}-${id.slice(0, 8)}` })

function cacheFamilies(processes: LiveProcess[]): Family[] {
  type Kind = ProcessReport['cache'][string]
  const each = (samplesOf: (counts: Kind) => Sample[]): Sample[] =>
    processes.flatMap((process) =>
      Object.entries(process.report.cache).flatMap(([kind, counts]) =>
        samplesOf(counts).map(({ labels, ...sample }) => ({
          labels: { kind, ...labels, ...nameOf(process) },
          ...sample,
        })),
      ),
    )
  const counter = (name: string, help: string, read: (counts: Kind) => number): Family => ({
    name: `earshot_cache_${name}_total`,
    help,
    type: 'counter',
    samples: each((counts) => [{ value: read(counts) }]),
  })
  return [
    {
      name: 'earshot_cache_reads_total',
      help: 'Reads by how they were answered: hit, negative (known to be missing) or miss.',
      type: 'counter',
      samples: each((counts) => [
        { labels: { answer: 'hit' }, value: counts.hits },
        { labels: { answer: 'negative' }, value: counts.negativeHits },
        { labels: { answer: 'miss' }, value: counts.misses },
      ]),
    },
    counter('loads', 'What was loaded from the source.', ({ loads }) => loads),
    counter('load_seconds', 'Time spent loading.', ({ loadMs }) => loadMs / 1000),
    counter('load_failures', 'Loads that failed.', ({ loadFailures }) => loadFailures),
    counter('refreshes', 'Loads ahead of the end of an entry.', ({ refreshes }) => refreshes),
    counter('invalidations', 'Calls that had something forgotten.', ({ invalidations }) => invalidations),
    counter('errors', 'Commands that Redis did not answer, or not in time.', ({ errors }) => errors),
  ]
}

function sizeFamilies(sizes: Map<string, Size>): Family[] {
  const gauge = (name: string, help: string, read: (size: Size) => number): Family => ({
    name: `earshot_cache_${name}`,
    help,
    type: 'gauge',
    samples: [...sizes].map(([kind, size]) => ({ labels: { kind }, value: read(size) })),
  })
  return [
    gauge('entries', 'Entries kept.', ({ entries }) => entries),
    gauge('bytes', 'Memory that they take, about.', ({ bytes }) => bytes),
  ]
}

function httpFamilies(processes: LiveProcess[]): Family[] {
  const samples = processes.flatMap((process) =>
    Object.entries(process.report.http).flatMap(([name, { count, totalMs, buckets }]) => {
      const [method = '', status = ''] = name.split(' ')
      const labels = { method, status, ...nameOf(process) }
      let below = 0
      const bounded = BUCKETS_MS.map((end, index): Sample => {
        below += buckets[index] ?? 0
        return { labels: { ...labels, le: String(end / 1000) }, value: below, suffix: '_bucket' }
      })
      return [
        ...bounded,
        { labels: { ...labels, le: '+Inf' }, value: count, suffix: '_bucket' } as const,
        { labels, value: totalMs / 1000, suffix: '_sum' } as const,
        { labels, value: count, suffix: '_count' } as const,
      ]
    }),
  )
  const help = 'Time to answer of the HTTP interface, by method and status.'
  return [{ name: 'earshot_http_request_duration_seconds', help, type: 'histogram', samples }]
}

function jobFamilies(jobs: JobCounts[]): Family[] {
  const samples = jobs.flatMap(({ task, waiting, running, failed }) => [
    { labels: { task, state: 'waiting' }, value: waiting },
    { labels: { task, state: 'running' }, value: running },
    { labels: { task, state: 'failed' }, value: failed },
  ])
  return [{ name: 'earshot_worker_jobs', help: 'Jobs of the worker by what they are at.', type: 'gauge', samples }]
}

function ownFamilies(processes: LiveProcess[]): Family[] {
  const own = (read: (process: LiveProcess) => number): Sample[] =>
    processes.map((process) => ({ labels: nameOf(process), value: read(process) }))
  const gaugeNames = [...new Set(processes.flatMap(({ report }) => Object.keys(report.gauges)))].sort()
  return [
    ...gaugeNames.map(
      (name): Family => ({
        name: `earshot_${name}`,
        help: GAUGES[name] ?? name,
        type: 'gauge',
        samples: processes.flatMap((process) => {
          const value = process.report.gauges[name]
          return value === undefined ? [] : [{ labels: nameOf(process), value }]
        }),
      }),
    ),
    {
      name: 'earshot_process_start_time_seconds',
      help: 'When the process started, in Unix time.',
      type: 'gauge',
      samples: own(({ startedAt }) => startedAt.getTime() / 1000),
    },
    {
      name: 'earshot_process_resident_bytes',
      help: 'Memory of the process.',
      type: 'gauge',
      samples: own(({ report }) => report.residentBytes),
    },
    {
      name: 'earshot_process_cpu_seconds_total',
      help: 'Processor time of the process.',
      type: 'counter',
      samples: own(({ report }) => report.cpuSeconds),
    },
  ]
}

const GAUGES: Record<string, string> = {
  sockets: 'Connected sockets.',
  rooms: 'Rooms that somebody hears through this process.',
}
