'use client'

import { use } from 'react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import type { Answer } from '@/components/room/room-socket'
import { CommandGroup, CommandItem } from '@/components/ui/command'
import type { VideoPage } from '@/lib/providers/schema'
import { VideoRow } from './video-row'

/** What YouTube finds for the same words, or the one video whose address was pasted. */
export function YoutubeResults({ query, answer }: { query: string; answer: Promise<Answer<VideoPage>> }) {
  const t = useText()
  const { queue } = useRoomContext().room
  const result = use(answer)
  if (!query.trim()) return null
  const items = result.ok ? result.value.items : []
  return (
    <CommandGroup heading={t('On YouTube')}>
      {items.map((video) => (
        <VideoRow
          key={video.videoId}
          video={video}
          query={query}
          waiting={queue.find(({ track }) => track.audio?.high === `/media/youtube/${video.videoId}`) ?? null}
        />
      ))}
      {items.length === 0 && (
        <CommandItem value="youtube-answer" disabled className="text-sm text-text-2 data-[disabled=true]:opacity-100">
          {result.ok ? t('Nothing there sounds like it.') : result.refusal.message}
        </CommandItem>
      )}
    </CommandGroup>
  )
}
