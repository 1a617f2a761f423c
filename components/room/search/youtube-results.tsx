'use client'

import { use } from 'react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import type { Answer } from '@/components/room/room-socket'
import { CommandGroup, CommandItem } from '@/components/ui/command'
import type { TrackSummary } from '@/lib/catalog/track'
import type { VideoPage } from '@/lib/providers/schema'
import { VideoRow } from './video-row'

type Props = { query: string; answer: Promise<Answer<VideoPage>>; isStale: boolean; onRetry: () => void }

/** What YouTube finds for the same words, or the one video whose address was pasted. Nothing for an older search. */
export function YoutubeResults({ query, answer, isStale, onRetry }: Props) {
  const t = useText()
  const { queue, nowPlaying } = useRoomContext().room
  const result = use(answer)
  if (!query.trim() || isStale) return null
  const items = result.ok ? result.value.items : []
  const isRetried = !result.ok && result.refusal.code !== 'not_playable'
  return (
    <CommandGroup heading={t('On YouTube')}>
      {items.map((video) => {
        const isIt = (track: TrackSummary) => track.audio?.high === `/media/youtube/${video.videoId}`
        return (
          <VideoRow
            key={video.videoId}
            video={video}
            query={query}
            waiting={queue.find(({ track }) => isIt(track)) ?? null}
            isOn={nowPlaying !== null && isIt(nowPlaying.track)}
          />
        )
      })}
      {items.length === 0 && (
        <CommandItem
          value="youtube-answer"
          disabled={!isRetried}
          onSelect={onRetry}
          className="text-sm text-text-2 data-[disabled=true]:opacity-100"
        >
          {result.ok ? t('Nothing there sounds like it.') : result.refusal.message}
          {isRetried && <span className="ml-auto flex-none text-accent">{t('Try again')}</span>}
        </CommandItem>
      )}
    </CommandGroup>
  )
}
