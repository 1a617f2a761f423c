import { Since } from '@/components/ui/since'
import type { AuditAction, AuditRow as Entry } from '@/lib/admin/schema'
import { Row } from './row-list'

export const DEEDS: Record<AuditAction, string> = {
  'song:block': 'Blocked a song',
  'song:unblock': 'Unblocked a song',
  'song:explicit': 'Marked as explicit',
  'song:not-explicit': 'Marked as not explicit',
  'person:role': 'Changed a role',
  'room:close': 'Closed a room',
  'upload:retry': 'Retried an upload',
  'job:retry': 'Retried a job',
  'cache:flush': 'Flushed a cache',
  'review:remove': 'Removed a review',
}

export function AuditRow({ entry }: { entry: Entry }) {
  const { reason, from, to } = entry.details
  return (
    <Row
      title={`${DEEDS[entry.action]}: ${entry.targetName}`}
      sub={
        <>
          {entry.actorName}
          {entry.actorId === null && ' (account gone)'} · <Since iso={entry.at} />
        </>
      }
      below={
        reason ? (
          <p className="mt-1 text-sm text-text-2 [overflow-wrap:anywhere]">“{reason}”</p>
        ) : from && to ? (
          <p className="mt-1 text-sm text-text-2">
            From {from} to {to}
          </p>
        ) : undefined
      }
    />
  )
}
