'use client'

import { use } from 'react'
import { ListFailed } from '@/components/room/list-failed'
import { useRoomContext } from '@/components/room/room-context'
import type { Answer } from '@/components/room/room-socket'
import { Empty } from '@/components/ui/empty'
import type { QueuePage } from '@/lib/queue/schema'
import { AddOrVote } from './add-button'
import { SaveSession } from './save-session'
import { SongRow } from './song-row'

/** What has played, the newest first; each can be added again. */
export function PlayedList({ answer }: { answer: Promise<Answer<QueuePage>> }) {
  const { code } = useRoomContext().room.room
  const result = use(answer)
  if (!result.ok) return <ListFailed message={result.refusal.message} />
  const { items, nextCursor } = result.value
  if (items.length === 0)
    return (
      <Empty isPanel={false} heading="h3" title="Nothing has played yet">
        When a song ends it moves here, and anyone can bring it back.
      </Empty>
    )
  return (
    <>
      <div className="flex items-center justify-between gap-3 pt-2 pb-1 pl-1 text-sm text-text-3">
        <span>{nextCursor ? `The last ${items.length}` : 'Everything so far'}, the newest first</span>
        <SaveSession code={code} label="Save" variant="ghost" />
      </div>
      <ol>
        {items.map((item) => (
          <li key={item.queueId}>
            <SongRow track={item.track} addedBy={item.addedBy} note={timeOfDay(item.playedAt)} isQuiet>
              <AddOrVote track={item.track} />
            </SongRow>
          </li>
        ))}
      </ol>
    </>
  )
}

const timeOfDay = (iso: string | null) =>
  iso && new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
