'use client'

import { use } from 'react'
import { useText } from '#text'
import { ListFailed } from '@/components/room/list-failed'
import type { Answer } from '@/components/room/room-socket'
import { Empty } from '@/components/ui/empty'
import type { Text } from '@/lib/language/text'
import type { TrendingItem } from '@/lib/stats/schema'
import { AddOrVote } from './add-button'
import { SongRow } from './song-row'

/** What this room likes now: the heat of likes and plays, halved each half hour. */
export function TrendingList({ answer, onRetry }: { answer: Promise<Answer<TrendingItem[]>>; onRetry: () => void }) {
  const t = useText()
  const result = use(answer)
  if (!result.ok) return <ListFailed message={result.refusal.message} onRetry={onRetry} />
  if (result.value.length === 0)
    return (
      <Empty isPanel={false} title={t('Nothing trends yet')}>
        {t('A song shows up here with its first like or play.')}
      </Empty>
    )
  return (
    <>
      <p className="px-1 pt-3 pb-2 text-sm text-text-3">{t('Liked and played here lately')}</p>
      <ol>
        {result.value.map((item) => (
          <li key={item.track.id}>
            <SongRow track={item.track} note={heatText(t, item)}>
              <AddOrVote track={item.track} />
            </SongRow>
          </li>
        ))}
      </ol>
    </>
  )
}

function heatText(t: Text, { recentUpvotes, recentPlays }: TrendingItem): string {
  const parts = [
    recentUpvotes && t('{count, plural, one {# like} other {# likes}}', { count: recentUpvotes }),
    recentPlays && t('{count, plural, one {# play} other {# plays}}', { count: recentPlays }),
  ]
  return parts.filter(Boolean).join(', ')
}
