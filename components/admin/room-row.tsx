'use client'
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
          {isLive && <Tag variant="accent">Live</Tag>}
          {!room.isPublic && <Tag className="max-sm:hidden">Private</Tag>}
        </>
      }
      sub={
        <>
          <span className="mono">{room.code}</span>, hosted by {room.hostName}, {room.listening} of {room.members}{' '}
          listening · <Since iso={room.createdAt} />
        </>
      }
      action={
        <ReasonDialog
          trigger={
            <Button variant="ghost" size="sm" busy={isBusy} aria-label={`Close ${room.name}`}>
              Close
            </Button>
          }
          title={`Close ${room.name}?`}
          description="The music stops for everyone in it, and they are told your reason. It cannot be opened again."
          verb="Close the room"
          onGiven={(reason) =>
            act(
              call('delete', '/api/admin/rooms/{code}', { params: { code: room.code }, body: { reason } }),
              `${room.name} is closed`,
            )
          }
        />
      }
    />
  )
}
