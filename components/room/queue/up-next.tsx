'use client'

import { Search } from 'lucide-react'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { useScreen } from '@/components/room/screen-context'
import { musicText } from '@/components/room/time-text'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import type { QueueItem } from '@/lib/queue/schema'
import type { QueueMode } from '@/lib/rooms/schema'
import { HandList } from './hand-list'
import { ModeMenu } from './mode-menu'
import { QueueRow } from './queue-row'

export function UpNext() {
  const {
    room: { queue, room },
    next,
  } = useRoomContext()
  const { may } = useActing()
  const { queueMode } = room.settings
  const totalMs = queue.reduce((sum, item) => sum + item.track.durationMs, 0)
  if (queue.length === 0) return <NothingWaits />
  return (
    <>
      <div className="flex items-center justify-between gap-3 px-1 pt-3 pb-2 text-sm text-text-3">
        <span>{musicText(totalMs)}</span>
        <ModeMenu />
      </div>
      {queueMode === 'manual' && may('queue:reorder') ? (
        <HandList queue={queue} />
      ) : (
        <ol>
          {queue.map((item, place) => (
            <QueueRow
              key={item.queueId}
              item={item}
              place={place}
              isNext={item === next}
              turn={turnText(queue, place, queueMode)}
            />
          ))}
        </ol>
      )}
    </>
  )
}

/** With fair turns, where one begins: what is below waits for all above, whatever its votes. */
function turnText(queue: QueueItem[], place: number, mode: QueueMode): string | undefined {
  const [first, before, item] = [queue[0], queue[place - 1], queue[place]]
  if (mode !== 'fair' || !first || !before || !item || before.turn === item.turn) return undefined
  return `Turn ${item.turn - first.turn + 1}`
}

function NothingWaits() {
  const {
    room: { nowPlaying, room },
    next,
  } = useRoomContext()
  const { may } = useActing()
  const { show } = useScreen()
  return (
    <Empty
      isPanel={false}
      heading="h3"
      title={nowPlaying ? 'Nothing waits after this' : 'The queue is yours to start'}
      dots={[
        { x: 0, y: 12, is: 'you' },
        { x: 0, y: 50, is: 'away' },
      ]}
      action={
        may('queue:add') && (
          <Button variant="line" onClick={() => show('search')}>
            <Search aria-hidden="true" />
            Find a song
          </Button>
        )
      }
    >
      {nowPlaying
        ? `Add a song and it comes next.${room.settings.whenEmpty === 'trending' ? comebackText(next) : ''}`
        : 'Add the first song and it plays for everyone at once.'}
    </Empty>
  )
}

const comebackText = (next: QueueItem | null) =>
  next ? ` Until then “${next.track.title}” comes back.` : ' Until then songs that this room likes come back.'
