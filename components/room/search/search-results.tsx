'use client'

import { use } from 'react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import type { Answer } from '@/components/room/room-socket'
import { isExact } from '@/components/search/highlight'
import { CommandGroup } from '@/components/ui/command'
import type { TrackPage } from '@/lib/catalog/schema'
import type { TrackSummary } from '@/lib/catalog/track'
import { NothingFound, SearchFailed } from './search-empty'
import { SearchRow } from './search-row'
import { usePreview } from './use-preview'

type SearchResultsProps = {
  query: string
  answer: Promise<Answer<TrackPage>>
  onRetry: () => void
  isElsewhereToo: boolean
}

export function SearchResults({ query, answer, onRetry, isElsewhereToo }: SearchResultsProps) {
  const t = useText()
  const { queue, nowPlaying } = useRoomContext().room
  const preview = usePreview()
  const result = use(answer)
  if (isElsewhereToo && (!result.ok || result.value.items.length === 0)) return null
  if (!result.ok) return <SearchFailed message={result.refusal.message} onRetry={onRetry} />
  const tracks = result.value.items
  if (tracks.length === 0) return <NothingFound query={query} />

  const row = (track: TrackSummary) => (
    <SearchRow
      key={track.id}
      track={track}
      query={query}
      waiting={queue.find((item) => item.track.id === track.id) ?? null}
      isOn={nowPlaying?.track.id === track.id}
      isPreviewing={preview.playingId === track.id}
      onPreview={() => preview.toggle(track)}
    />
  )
  const matches = (track: TrackSummary) => isExact(`${track.title} ${track.artist}`, query)
  const exact = tracks.filter(matches)
  const close = tracks.filter((track) => !matches(track))
  return (
    <>
      {exact.length > 0 && (
        <CommandGroup heading={query.trim() ? undefined : t('New here')}>{exact.map(row)}</CommandGroup>
      )}
      {close.length > 0 && <CommandGroup heading={t('Close to what you typed')}>{close.map(row)}</CommandGroup>}
    </>
  )
}
