'use client'
import { AudioLines, Check, FileAudio, Pause, Play, RefreshCw, X } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useText } from '#text'
import { AddToRoom, type RoomChoice } from '@/components/home/add-to-room'
import { PreviewButton } from '@/components/home/preview-button'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Cover } from '@/components/ui/cover'
import { ExplicitMark } from '@/components/ui/explicit-mark'
import { FieldError } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import { Tag } from '@/components/ui/tag'
import type { Text } from '@/lib/language/text'
import { MarkExplicit } from './mark-explicit'
import { ProcessingSteps } from './processing-steps'
import type { Phase, UploadRow } from './upload-rows'

export type UploadActions = {
  hold: (key: string) => void
  resume: (key: string) => void
  drop: (row: UploadRow) => Promise<void>
  retry: (row: UploadRow) => Promise<void>
  /** Turns over whether its words are explicit. */
  mark: (row: UploadRow) => Promise<void>
}

/** Phases whose buttons have words: on a phone they stand below. */
const WORDY: Phase[] = ['failed', 'cut', 'held']

type Props = { row: UploadRow; rooms: RoomChoice[]; actions: UploadActions }

/** One file: its progress, then what is being made of it, then the song. */
export function UploadItem({ row, rooms, actions }: Props) {
  return (
    <li className="grid grid-cols-[44px_minmax(0,1fr)_auto] items-center gap-x-3.5 gap-y-1 border-t px-4 py-3 first:border-t-0">
      <Picture row={row} />
      <div className="col-start-2 truncate font-semibold" title={row.fileName}>
        {row.track?.title ?? row.fileName}
      </div>
      <div
        className={cn(
          'flex items-center gap-1 self-center sm:col-start-3 sm:row-span-2 sm:row-start-1',
          WORDY.includes(row.phase)
            ? 'max-sm:col-start-2 max-sm:row-start-3 max-sm:mt-1'
            : 'max-sm:col-start-3 max-sm:row-span-2 max-sm:row-start-1',
        )}
      >
        <RowActions row={row} rooms={rooms} actions={actions} />
      </div>
      <div className="col-start-2 min-w-0 max-sm:row-start-2">
        <RowState row={row} onMark={() => void actions.mark(row)} />
      </div>
    </li>
  )
}

function Picture({ row }: { row: UploadRow }) {
  if (row.track) return <Cover track={row.track} size={44} className="row-span-2" />
  const Icon = row.phase === 'working' ? AudioLines : FileAudio
  const isWrong = row.phase === 'failed' || row.phase === 'refused'
  return (
    <span
      className={cn(
        'row-span-2 grid size-11 place-items-center rounded-sm bg-surface-2 text-text-3',
        isWrong && 'text-danger',
      )}
    >
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-5" />
    </span>
  )
}

function RowState({ row, onMark }: { row: UploadRow; onMark: () => void }): ReactNode {
  const t = useText()
  const note = 'text-sm text-text-3'
  switch (row.phase) {
    case 'waiting':
      return <span className={note}>{t('Waits for its turn')}</span>
    case 'sending':
    case 'held':
      return (
        <div className="flex items-center gap-3">
          <Progress
            label={t('Uploading {fileName}', { fileName: row.fileName })}
            value={row.progress}
            className="flex-1"
          />
          <span className="mono min-w-22 flex-none text-right text-text-3 text-xs">{sendingText(t, row)}</span>
        </div>
      )
    case 'working':
      return <ProcessingSteps progress={row.progress} />
    case 'done':
      return (
        <span className={`${note} flex min-w-0 items-center gap-x-3 max-sm:flex-wrap`}>
          <span className="truncate">
            {row.track?.isExplicit && <ExplicitMark />}
            {row.track ? `${row.track.artist}, ${minutes(row.track.durationMs)}` : t('In the catalogue')}
          </span>
          {row.track && <MarkExplicit track={row.track} onMark={onMark} />}
        </span>
      )
    default:
      return (
        <FieldError className="mt-0">{t.heard(row.failure ?? 'Something broke on our side. Try again.')}</FieldError>
      )
  }
}

function RowActions({ row, rooms, actions: { hold, resume, drop, retry } }: Props): ReactNode {
  const t = useText()
  const remove = (
    <IconButton label={t('Remove {fileName}', { fileName: row.fileName })} size="sm" onClick={() => void drop(row)}>
      <X aria-hidden="true" strokeWidth={1.75} />
    </IconButton>
  )
  switch (row.phase) {
    case 'waiting':
    case 'refused':
      return remove
    case 'sending':
      return (
        <IconButton
          label={t('Pause the upload of {fileName}', { fileName: row.fileName })}
          size="sm"
          onClick={() => hold(row.key)}
        >
          <Pause aria-hidden="true" strokeWidth={1.75} />
        </IconButton>
      )
    case 'held':
    case 'cut':
      return (
        <>
          <Button variant="line" size="sm" onClick={() => resume(row.key)}>
            <Play aria-hidden="true" strokeWidth={1.75} />
            {t('Go on')}
          </Button>
          {remove}
        </>
      )
    case 'failed':
      return (
        <>
          <Button variant="line" size="sm" onClick={() => void retry(row)}>
            <RefreshCw aria-hidden="true" strokeWidth={1.75} />
            {t('Try again')}
          </Button>
          {remove}
        </>
      )
    case 'working':
      return <Tag className="max-sm:hidden">{t('Processing')}</Tag>
    case 'done':
      return <Done row={row} rooms={rooms} />
  }
}

function Done({ row, rooms }: { row: UploadRow; rooms: RoomChoice[] }) {
  const t = useText()
  return (
    <>
      <Tag variant="ok" className="max-sm:hidden">
        <Check aria-hidden="true" />
        {t('Ready')}
      </Tag>
      {row.track?.audio && <PreviewButton url={row.track.audio.preview} title={row.track.title} />}
      {row.track && <AddToRoom track={row.track} rooms={rooms} look="button" />}
      {rooms.length === 0 && (
        <Button asChild variant="line" size="sm">
          <Link href="/?open">{t('Open a room')}</Link>
        </Button>
      )}
    </>
  )
}

function sendingText(t: Text, { phase, progress, secondsLeft }: UploadRow): string {
  const share = `${Math.floor(progress)} %`
  if (phase === 'held') return t('{share}, paused', { share })
  if (secondsLeft === null) return share
  const time = secondsLeft < 90 ? `${secondsLeft} s` : `${Math.round(secondsLeft / 60)} min`
  return t('{share}, {time} left', { share, time })
}

const minutes = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`
