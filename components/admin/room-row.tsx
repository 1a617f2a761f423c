'use client'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { Cover } from '@/components/ui/cover'
import { Pulse } from '@/components/ui/pulse'
import { Since } from '@/components/ui/since'
import { Tag } from '@/components/ui/tag'
import type { RoomRow as Room } from '@/lib/admin/schema'
import { ReasonDialog } from './reason-dialog'
import { Row } from './row-list'
import { useAct } from './use-act'

export function RoomRow({ room }: { room: Room }) {
  const t = useText()
  const { act, isBusy } = useAct()
  const isLive = room.isPlaying && room.nowPlaying !== null && room.listening > 0
  return (
    <Row
      lead={
        room.nowPlaying ? (
          <Cover track={room.nowPlaying} size={44} />
        ) : (
          <span className="grid size-11 flex-none place-items-center rounded-sm bg-surface-2 text-text-3">
            <Pulse />
          </span>
        )
      }
      title={room.name}
      tag={
        <>
          {isLive && <Tag variant="accent">{t('Live')}</Tag>}
          {!room.isPublic && <Tag className="max-sm:hidden">{t('Private')}</Tag>}
        </>
      }
      sub={
        <>
          <span className="mono">{room.code}</span>
          {t(', hosted by {hostName}, {listening} of {members} listening', {
            hostName: room.hostName,
            listening: room.listening,
            members: room.members,
          })}{' '}
          · <Since iso={room.createdAt} />
        </>
      }
      action={
        <ReasonDialog
          trigger={
            <Button variant="ghost" size="sm" busy={isBusy} aria-label={t('Close {name}', { name: room.name })}>
              {t('Close')}
            </Button>
          }
          title={t('Close {name}?', { name: room.name })}
          description={t(
            'The music stops for everyone in it, and they are told your reason. It cannot be opened again.',
          )}
          verb={t('Close the room')}
          onGiven={(reason) =>
            act(
              call('delete', '/api/admin/rooms/{code}', { params: { code: room.code }, body: { reason } }),
              t('{name} is closed', { name: room.name }),
            )
          }
        />
      }
    />
  )
}
