import { useText } from '#text'
import { Empty } from '@/components/ui/empty'
import type { RoomCard as Room } from '@/lib/rooms/schema'
import { OpenRoom } from './open-room-dialog'
import { isLive, type LiveRoom, RoomCard } from './room-card'

type Props = { rooms: Room[]; live: LiveRoom | null; opensDialog: boolean }

/** My rooms, those that play first. The first card is wider when it plays, and takes two places when there are more than fit a row. */
export function YourRooms({ rooms, live, opensDialog }: Props) {
  const t = useText()
  if (rooms.length === 0) {
    return (
      <Empty
        title={t('You are in no room yet')}
        action={<OpenRoom isOpen={opensDialog} />}
        dots={[{ x: 0, y: 31, is: 'you' }]}
      >
        {t('Open one and share its six characters, or type the code that somebody gave you.')}
      </Empty>
    )
  }
  const ordered = [...rooms.filter(isLive), ...rooms.filter((room) => !isLive(room))]
  return (
    <div
      data-rooms={ordered[0] && isLive(ordered[0]) ? (rooms.length > 3 ? 'many' : 'few') : undefined}
      className="-mr-4 flex snap-x gap-3 overflow-x-auto pr-4 pb-1 scroll-quiet sm:mr-0 sm:grid sm:grid-cols-2 sm:gap-4 sm:overflow-visible sm:pr-0 lg:grid-cols-3 lg:data-[rooms=few]:grid-cols-[1.55fr_1fr_1fr] lg:data-[rooms=many]:[&>:first-child]:col-span-2"
    >
      {ordered.map((room) => (
        <RoomCard key={room.id} room={room} live={live?.code === room.code ? live : null} />
      ))}
    </div>
  )
}
