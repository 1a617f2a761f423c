'use client'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { Since } from '@/components/ui/since'
import { Tag } from '@/components/ui/tag'
import type { LogLine, UploadRow as Upload } from '@/lib/admin/schema'
import type { Text } from '@/lib/language/text'
import { msg } from '@/lib/language/text'
import { Row } from './row-list'
import { useAct } from './use-act'

const TAGS = {
  pending: { label: msg('Arriving'), variant: 'plain' },
  stored: { label: msg('Waiting'), variant: 'plain' },
  processing: { label: msg('In preparation'), variant: 'accent' },
  done: { label: msg('Ready'), variant: 'ok' },
  failed: { label: msg('Failed'), variant: 'bad' },
} as const

export function UploadRow({ upload }: { upload: Upload }) {
  const t = useText()
  const { label, variant } = TAGS[upload.status]
  return (
    <Row
      title={upload.title ?? upload.fileName}
      tag={<Tag variant={variant}>{t(label)}</Tag>}
      sub={
        <>
          {upload.fileName}, {sizeText(t, upload.size)}, {upload.uploader ?? t('no uploader')} ·{' '}
          <Since iso={upload.createdAt} />
        </>
      }
      action={upload.status === 'failed' ? <Retry upload={upload} /> : undefined}
      below={
        <>
          {upload.status === 'processing' && (
            <div className="mt-2 flex items-center gap-3">
              <Progress
                value={upload.progress}
                label={t('Preparing {fileName}', { fileName: upload.fileName })}
                className="flex-1"
              />
              <span className="mono text-sm text-text-2">{upload.progress} %</span>
            </div>
          )}
          {upload.failure && <p className="mt-1 text-danger text-sm">{t.heard(upload.failure)}</p>}
          {upload.log.length > 0 && <Log lines={upload.log} />}
        </>
      }
    />
  )
}

function Retry({ upload }: { upload: Upload }) {
  const t = useText()
  const { act, isBusy } = useAct()
  return (
    <Button
      variant="line"
      size="sm"
      busy={isBusy}
      aria-label={t('Try {fileName} again', { fileName: upload.fileName })}
      onClick={() =>
        void act(
          call('post', '/api/admin/uploads/{id}/retry', { params: { id: upload.id } }),
          t('It waits for the worker again'),
        )
      }
    >
      {t('Try again')}
    </Button>
  )
}

function Log({ lines }: { lines: LogLine[] }) {
  const t = useText()
  return (
    <details className="mt-1.5">
      <summary className="w-max cursor-pointer rounded-sm text-sm text-text-3 hover:text-text-2 pointer-coarse:py-2.5">
        {t('Log, {count, plural, one {# line} other {# lines}}', { count: lines.length })}
      </summary>
      <ol className="mono mt-1.5 grid gap-1 rounded-md bg-surface-2 p-3 text-text-2 text-xs">
        {lines.map(({ at, text }) => (
          <li key={at + text} className="grid gap-x-3 sm:grid-cols-[auto_1fr]">
            <time dateTime={at} className="text-text-3">
              {at.slice(0, 19).replace('T', ' ')}
            </time>
            <span className="[overflow-wrap:anywhere]">{text}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

const sizeText = (t: Text, bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${t.number(bytes / 1_000_000, 1)} MB`
