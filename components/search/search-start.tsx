'use client'
import { Clock, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '#text'
import { Shelf, Tiles } from '@/components/home/shelf'
import { AllNew, ToCharts } from '@/components/home/shelf-links'
import { SongTile } from '@/components/home/song-tile'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { IconButton } from '@/components/ui/icon-button'
import type { TrackSummary } from '@/lib/catalog/track'
import { forgetAllSearches, forgetSearch, useRecentSearches } from './recent-searches'

type Props = { fresh: TrackSummary[]; hot: TrackSummary[]; rooms: RoomChoice[]; onChoose: (query: string) => void }

/** Before a letter is typed: what I searched for last, and what others play. */
export function SearchStart({ fresh, hot, rooms, onChoose }: Props) {
  const t = useText()
  const recent = useRecentSearches()
  return (
    <>
      {recent.length > 0 && <Recent recent={recent} onChoose={onChoose} />}
      {hot.length > 0 && <Songs title={t('Hot in all rooms')} note={<ToCharts />} tracks={hot} rooms={rooms} />}
      {fresh.length > 0 && <Songs title={t('New songs')} note={<AllNew />} tracks={fresh} rooms={rooms} />}
      {fresh.length === 0 && hot.length === 0 && (
        <Empty title={t('No songs here yet')} className="mt-4">
          {t('The first one that somebody uploads shows up here.')}
        </Empty>
      )}
    </>
  )
}

function Recent({ recent, onChoose }: { recent: string[]; onChoose: (query: string) => void }) {
  const t = useText()
  return (
    <section aria-labelledby="recent" className="mt-4">
      <div className="mb-2 flex min-h-9 items-center justify-between gap-3">
        <h2 id="recent" className="font-semibold text-lg">
          {t('Searched lately')}
        </h2>
        <Button variant="ghost" size="sm" onClick={forgetAllSearches}>
          {t('Clear all')}
        </Button>
      </div>
      <ul className="flex flex-wrap gap-2">
        {recent.map((query) => (
          <li key={query} className="hairline flex min-w-0 items-center rounded-full bg-surface-1 pr-1">
            <button
              type="button"
              onClick={() => onChoose(query)}
              className="flex min-h-10 min-w-0 items-center gap-2 rounded-full pr-1.5 pl-3.5 text-text-2 hover:text-text-1 pointer-coarse:min-h-11"
            >
              <Clock aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none text-text-3" />
              <span className="max-w-60 truncate">{query}</span>
            </button>
            <IconButton label={t('Forget {query}', { query })} size="sm" onClick={() => forgetSearch(query)}>
              <X aria-hidden="true" strokeWidth={1.75} />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

type SongsProps = { title: string; note?: ReactNode; tracks: TrackSummary[]; rooms: RoomChoice[] }

function Songs({ title, note, tracks, rooms }: SongsProps) {
  return (
    <Shelf title={title} note={note}>
      <Tiles>
        {tracks.map((track) => (
          <SongTile key={track.id} track={track} rooms={rooms} />
        ))}
      </Tiles>
    </Shelf>
  )
}
