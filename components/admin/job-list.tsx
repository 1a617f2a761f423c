'use client'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { Since } from '@/components/ui/since'
import { Tag } from '@/components/ui/tag'
import type { JobRow } from '@/lib/admin/schema'
import { msg } from '@/lib/language/text'
import { Row } from './row-list'
import { useAct } from './use-act'

const TAGS = {
  waiting: { label: msg('Waiting'), variant: 'plain' },
  running: { label: msg('Running'), variant: 'accent' },
  failed: { label: msg('Failed'), variant: 'bad' },
} as const

/** What the worker is at, what waits for it, and what it gave up. Finished jobs leave the list. */
export function JobList({ jobs }: { jobs: JobRow[] }) {
  const t = useText()
  if (jobs.length === 0) return <p className="text-text-2">{t('Nothing waits, nothing runs, nothing has failed.')}</p>
  return (
    <ul aria-label={t('Jobs')}>
      {jobs.map((job) => (
        <Row
          key={job.id}
          title={job.task}
          tag={<Tag variant={TAGS[job.state].variant}>{t(TAGS[job.state].label)}</Tag>}
          sub={
            <>
              {t('Number {id}, {attempts} of {most, plural, one {# try} other {# tries}}', {
                id: job.id,
                attempts: job.attempts,
                most: job.maxAttempts,
              })}
              {/* One that waits may be due later, and that is no past. */}
              {job.state !== 'waiting' && (
                <>
                  {' '}
                  · <Since iso={job.runAt} />
                </>
              )}
            </>
          }
          action={job.state === 'failed' ? <Retry job={job} /> : undefined}
          below={
            job.lastError ? (
              <p className="mono mt-1 text-danger text-xs [overflow-wrap:anywhere]">{job.lastError}</p>
            ) : undefined
          }
        />
      ))}
    </ul>
  )
}

function Retry({ job }: { job: JobRow }) {
  const t = useText()
  const { act, isBusy } = useAct()
  return (
    <Button
      variant="line"
      size="sm"
      busy={isBusy}
      aria-label={t('Try job {id} again', { id: job.id })}
      onClick={() =>
        void act(call('post', '/api/admin/jobs/{id}/retry', { params: { id: job.id } }), t('The job begins again'))
      }
    >
      {t('Try again')}
    </Button>
  )
}
