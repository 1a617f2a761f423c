'use client'

import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { QueueRow } from './queue-row'
import { useActing, useRoomContext } from './room-context'
import { useScreen } from './screen-context'
import { musicText } from './time-text'

export function UpNext() {
  const { queue } = useRoomContext().room
  const totalMs = queue.reduce((sum, item) => sum + item.track.durationMs, 0)
  if (queue.length === 0) return <NothingWaits />
  return (
    <>
      <p className="px-1 pt-3 pb-2 text-sm text-text-3">{musicText(totalMs)}</p>
      <ol>
        {queue.map((item, place) => (
          <QueueRow key={item.queueId} item={item} place={place} />
        ))}
      </ol>
    </>
  )
}

function NothingWaits() {
  const { nowPlaying } = useRoomContext().room
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
      {nowPlaying ? 'Add a song and it comes next.' : 'Add the first song and it plays for everyone at once.'}
    </Empty>
  )
}
