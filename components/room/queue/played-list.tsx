'use client'

import { use } from 'react'
import { useText } from '#text'
import { ListFailed } from '@/components/room/list-failed'
import { useRoomContext } from '@/components/room/room-context'
import type { Answer } from '@/components/room/room-socket'
import { Empty } from '@/components/ui/empty'
import type { Text } from '@/lib/language/text'
import type { QueuePage } from '@/lib/queue/schema'
import { AddOrVote } from './add-button'
import { SaveSession } from './save-session'
import { SongRow } from './song-row'

/** What has played, the newest first; each can be added again. */
export function PlayedList({ answer, onRetry }: { answer: Promise<Answer<QueuePage>>; onRetry: () => void }) {
  const t = useText()
  const { code } = useRoomContext().room.room
  const result = use(answer)
  if (!result.ok) return <ListFailed message={result.refusal.message} onRetry={onRetry} />
  const { items, nextCursor } = result.value
  if (items.length === 0)
    return (
      <Empty isPanel={false} title={t('Nothing has played yet')}>
        {t('When a song ends it moves here, and anyone can bring it back.')}
      </Empty>
    )
  return (
    <>
      <div className="flex items-center justify-between gap-3 pt-2 pb-1 pl-1 text-sm text-text-3">
        <span>
          {nextCursor
            ? t('The last {count}, the newest first', { count: items.length })
            : t('Everything so far, the newest first')}
        </span>
        <SaveSession code={code} label={t('Save')} variant="ghost" />
      </div>
      <ol>
        {items.map((item) => (
          <li key={item.queueId}>
            <SongRow track={item.track} addedBy={item.addedBy} note={timeOfDay(t, item.playedAt)} isQuiet>
              <AddOrVote track={item.track} />
            </SongRow>
          </li>
        ))}
      </ol>
    </>
  )
}

const timeOfDay = (t: Text, iso: string | null) =>
  iso && new Date(iso).toLocaleTimeString(t.locale, { hour: '2-digit', minute: '2-digit' })
