'use client'

import { Search } from 'lucide-react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { useScreen } from '@/components/room/screen-context'
import { musicText } from '@/components/room/time-text'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import type { Text } from '@/lib/language/text'
import type { QueueItem } from '@/lib/queue/schema'
import type { QueueMode } from '@/lib/rooms/schema'
import { HandList } from './hand-list'
import { ModeMenu } from './mode-menu'
import { QueueRow } from './queue-row'

export function UpNext() {
  const t = useText()
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
        <span>{musicText(t, totalMs)}</span>
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
              turn={turnText(t, queue, place, queueMode)}
            />
          ))}
        </ol>
      )}
    </>
  )
}

/** With fair turns, where one begins: what is below waits for all above, whatever its votes. */
function turnText(t: Text, queue: QueueItem[], place: number, mode: QueueMode): string | undefined {
  const [first, before, item] = [queue[0], queue[place - 1], queue[place]]
  if (mode !== 'fair' || !first || !before || !item || before.turn === item.turn) return undefined
  return t('Turn {turn}', { turn: item.turn - first.turn + 1 })
}

function NothingWaits() {
  const t = useText()
  const {
    room: { nowPlaying, room, playback },
    next,
  } = useRoomContext()
  const { may } = useActing()
  const { show } = useScreen()
  return (
    <Empty
      isPanel={false}
      title={nowPlaying ? t('Nothing waits after this') : t('The queue is yours to start')}
      dots={[
        { x: 0, y: 12, is: 'you' },
        { x: 0, y: 50, is: 'away' },
      ]}
      action={
        may('queue:add') && (
          <Button variant="line" onClick={() => show('search')}>
            <Search aria-hidden="true" />
            {t('Find a song')}
          </Button>
        )
      }
    >
      {nowPlaying
        ? [
            t('Add a song and it comes next.'),
            ...(room.settings.whenEmpty === 'trending' ? [comebackText(t, next)] : []),
          ].join(' ')
        : playback.isPlaying
          ? t('Add the first song and it plays for everyone at once.')
          : t('What you add waits here until somebody presses play.')}
    </Empty>
  )
}

const comebackText = (t: Text, next: QueueItem | null) =>
  next
    ? t('Until then “{title}” comes back.', { title: next.track.title })
    : t('Until then songs that this room likes come back.')
