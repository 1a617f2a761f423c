'use client'
import { Music } from 'lucide-react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { Cover } from '@/components/ui/cover'
import { ExplicitMark } from '@/components/ui/explicit-mark'
import { Since } from '@/components/ui/since'
import { Tag } from '@/components/ui/tag'
import type { SongRow as Song } from '@/lib/admin/schema'
import { msg, type Text } from '@/lib/language/text'
import { ReasonDialog } from './reason-dialog'
import { Row } from './row-list'
import { useAct } from './use-act'

const TAGS = {
  uploaded: { label: msg('Waiting'), variant: 'plain' },
  processing: { label: msg('In preparation'), variant: 'accent' },
  ready: null,
  failed: { label: msg('Failed'), variant: 'warn' },
  blocked: { label: msg('Blocked'), variant: 'bad' },
} as const

export function SongRow({ song }: { song: Song }) {
  const t = useText()
  const tag = TAGS[song.status]
  return (
    <Row
      lead={song.track ? <Cover track={song.track} size={44} /> : <NoCover />}
      title={song.title}
      sub={
        <>
          {song.isExplicit && <ExplicitMark />}
          {song.artist}, {whereFrom(t, song)} · <Since iso={song.createdAt} />
        </>
      }
      tag={tag && <Tag variant={tag.variant}>{t(tag.label)}</Tag>}
      action={
        <>
          <Explicit song={song} />
          {song.status === 'blocked' ? <Unblock song={song} /> : <Block song={song} />}
        </>
      }
    />
  )
}

function whereFrom(t: Text, { uploader, track }: Song): string {
  if (uploader) return t('added by {uploader}', { uploader })
  return track?.audio?.site === 'youtube' ? t('From YouTube') : t('no uploader')
}

function NoCover() {
  return (
    <span className="grid size-11 flex-none place-items-center rounded-sm bg-surface-2 text-text-3">
      <Music aria-hidden="true" strokeWidth={1.75} className="size-5" />
    </span>
  )
}

function Block({ song }: { song: Song }) {
  const t = useText()
  const { act, isBusy } = useAct()
  const params = { id: song.songId }
  return (
    <ReasonDialog
      trigger={
        <Button variant="ghost" size="sm" busy={isBusy} aria-label={t('Block {title}', { title: song.title })}>
          {t('Block')}
        </Button>
      }
      title={t('Block {title}?', { title: song.title })}
      description={t('Nobody will find or add it. Rooms that play it go on to the next song. You can bring it back.')}
      verb={t('Block it')}
      onGiven={(reason) =>
        act(
          call('put', '/api/admin/songs/{id}/block', { params, body: { reason } }),
          t('{title} is blocked', { title: song.title }),
        )
      }
    />
  )
}

function Unblock({ song }: { song: Song }) {
  const t = useText()
  const { act, isBusy } = useAct()
  const params = { id: song.songId }
  return (
    <Button
      variant="line"
      size="sm"
      busy={isBusy}
      aria-label={t('Unblock {title}', { title: song.title })}
      onClick={() =>
        void act(call('delete', '/api/admin/songs/{id}/block', { params }), t('{title} is back', { title: song.title }))
      }
    >
      {t('Unblock')}
    </Button>
  )
}

function Explicit({ song }: { song: Song }) {
  const t = useText()
  const { act, isBusy } = useAct()
  const params = { id: song.songId }
  const mark = () =>
    song.isExplicit
      ? act(
          call('delete', '/api/admin/songs/{id}/explicit', { params }),
          t('{title} is not explicit', { title: song.title }),
        )
      : act(call('put', '/api/admin/songs/{id}/explicit', { params }), t('{title} is explicit', { title: song.title }))
  return (
    <Button
      variant="ghost"
      size="sm"
      busy={isBusy}
      aria-pressed={song.isExplicit}
      aria-label={t('Explicit: {title}', { title: song.title })}
      onClick={() => void mark()}
    >
      {t('Explicit')}
    </Button>
  )
}
