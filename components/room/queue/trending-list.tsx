'use client'

import { use } from 'react'
import { ListFailed } from '@/components/room/list-failed'
import type { Answer } from '@/components/room/room-socket'
import { countText } from '@/components/room/time-text'
import { Empty } from '@/components/ui/empty'
import type { TrendingItem } from '@/lib/stats/schema'
import { AddOrVote } from './add-button'
import { SongRow } from './song-row'

/** What this room likes now: the heat of likes and plays, halved each half hour. */
export function TrendingList({ answer }: { answer: Promise<Answer<TrendingItem[]>> }) {
  const result = use(answer)
  if (!result.ok) return <ListFailed message={result.refusal.message} />
  if (result.value.length === 0)
    return (
      <Empty isPanel={false} heading="h3" title="Nothing trends yet">
        A song shows up here with its first like or play.
      </Empty>
    )
  return (
    <>
      <p className="px-1 pt-3 pb-2 text-sm text-text-3">Liked and played here lately</p>
      <ol>
        {result.value.map((item) => (
          <li key={item.track.id}>
            <SongRow track={item.track} note={heatText(item)}>
              <AddOrVote track={item.track} />
            </SongRow>
          </li>
        ))}
      </ol>
    </>
  )
}

function heatText({ recentUpvotes, recentPlays }: TrendingItem): string {
  const parts = [recentUpvotes && countText(recentUpvotes, 'like'), recentPlays && countText(recentPlays, 'play')]
  return parts.filter(Boolean).join(', ')
}
