'use client'
import { Music } from 'lucide-react'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { Cover } from '@/components/ui/cover'
import { ExplicitMark } from '@/components/ui/explicit-mark'
import { Since } from '@/components/ui/since'
import { Tag } from '@/components/ui/tag'
import type { SongRow as Song } from '@/lib/admin/schema'
import { ReasonDialog } from './reason-dialog'
import { Row } from './row-list'
import { useAct } from './use-act'

const TAGS = {
  uploaded: { label: 'Waiting', variant: 'plain' },
  processing: { label: 'In preparation', variant: 'accent' },
  ready: null,
  failed: { label: 'Failed', variant: 'warn' },
  blocked: { label: 'Blocked', variant: 'bad' },
} as const

export function SongRow({ song }: { song: Song }) {
  const tag = TAGS[song.status]
  return (
    <Row
      lead={song.track ? <Cover track={song.track} size={44} /> : <NoCover />}
      title={song.title}
      sub={
        <>
          {song.isExplicit && <ExplicitMark />}
          {song.artist}, {song.uploader ? `added by ${song.uploader}` : 'no uploader'} · <Since iso={song.createdAt} />
        </>
      }
      tag={tag && <Tag variant={tag.variant}>{tag.label}</Tag>}
      action={
        <>
          <Explicit song={song} />
          {song.status === 'blocked' ? <Unblock song={song} /> : <Block song={song} />}
        </>
      }
    />
  )
}

function NoCover() {
  return (
    <span className="grid size-11 flex-none place-items-center rounded-sm bg-surface-2 text-text-3">
      <Music aria-hidden="true" strokeWidth={1.75} className="size-5" />
    </span>
  )
}

function Block({ song }: { song: Song }) {
  const { act, isBusy } = useAct()
  const params = { id: song.songId }
  return (
    <ReasonDialog
      trigger={
        <Button variant="ghost" size="sm" busy={isBusy} aria-label={`Block ${song.title}`}>
          Block
        </Button>
      }
      title={`Block ${song.title}?`}
      description="Nobody will find or add it. Rooms that play it go on to the next song. You can bring it back."
      verb="Block it"
      onGiven={(reason) =>
        act(call('put', '/api/admin/songs/{id}/block', { params, body: { reason } }), `${song.title} is blocked`)
      }
    />
  )
}

function Unblock({ song }: { song: Song }) {
  const { act, isBusy } = useAct()
  const params = { id: song.songId }
  return (
    <Button
      variant="line"
      size="sm"
      busy={isBusy}
      aria-label={`Unblock ${song.title}`}
      onClick={() => void act(call('delete', '/api/admin/songs/{id}/block', { params }), `${song.title} is back`)}
    >
      Unblock
    </Button>
  )
}

function Explicit({ song }: { song: Song }) {
  const { act, isBusy } = useAct()
  const params = { id: song.songId }
  const mark = () =>
    song.isExplicit
      ? act(call('delete', '/api/admin/songs/{id}/explicit', { params }), `${song.title} is not explicit`)
      : act(call('put', '/api/admin/songs/{id}/explicit', { params }), `${song.title} is explicit`)
  return (
    <Button
      variant="ghost"
      size="sm"
      busy={isBusy}
      aria-pressed={song.isExplicit}
      aria-label={`Explicit: ${song.title}`}
      onClick={() => void mark()}
    >
      Explicit
    </Button>
  )
}
