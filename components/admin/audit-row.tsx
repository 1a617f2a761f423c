import { useText } from '#text'
import { Since } from '@/components/ui/since'
import type { AuditAction, AuditRow as Entry } from '@/lib/admin/schema'
import { msg } from '@/lib/language/text'
import { roleLabel } from './roles'
import { Row } from './row-list'

export const DEEDS: Record<AuditAction, string> = {
  'song:block': msg('Blocked a song'),
  'song:unblock': msg('Unblocked a song'),
  'song:explicit': msg('Marked as explicit'),
  'song:not-explicit': msg('Marked as not explicit'),
  'person:role': msg('Changed a role'),
  'room:close': msg('Closed a room'),
  'upload:retry': msg('Retried an upload'),
  'job:retry': msg('Retried a job'),
  'cache:flush': msg('Flushed a cache'),
  'review:remove': msg('Removed a review'),
}

export function AuditRow({ entry }: { entry: Entry }) {
  const t = useText()
  const { reason, from, to } = entry.details
  return (
    <Row
      title={`${t(DEEDS[entry.action])}: ${entry.targetName}`}
      sub={
        <>
          {entry.actorName}
          {entry.actorId === null && ` ${t('(account gone)')}`} · <Since iso={entry.at} />
        </>
      }
      below={
        reason ? (
          <p className="mt-1 text-sm text-text-2 [overflow-wrap:anywhere]">“{reason}”</p>
        ) : from && to ? (
          <p className="mt-1 text-sm text-text-2">
            {t('From {from} to {to}', { from: t(roleLabel(from)), to: t(roleLabel(to)) })}
          </p>
        ) : undefined
      }
    />
  )
}
