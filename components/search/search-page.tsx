'use client'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useText } from '#text'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { TrackSummary } from '@/lib/catalog/track'
import type { Text } from '@/lib/language/text'
import { rememberSearch } from './recent-searches'
import { walkRows } from './row-keys'
import { SearchAnswer } from './search-answer'
import { SearchField } from './search-field'
import { SearchStart } from './search-start'
import { type Found, useSearch } from './use-search'

type Props = {
  /** What the address asked for, answered already. */
  first: Found
  fresh: TrackSummary[]
  hot: TrackSummary[]
  rooms: RoomChoice[]
  canUpload: boolean
}

/** As the field and the page before it cut what is asked. */
const LONGEST = 100

/** The catalogue by title and artist, as one types. */
export function SearchPage({ first, fresh, hot, rooms, canUpload }: Props) {
  const t = useText()
  const [text, setText] = useState(first.query)
  const { found, isLooking, type, look, more } = useSearch(first)
  const field = useRef<HTMLInputElement>(null)
  const change = (next: string) => {
    setText(next)
    type(next)
  }
  const choose = (query: string) => {
    setText(query)
    void look(query)
    field.current?.focus()
  }
  // A search that led to something is worth keeping.
  const remember = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('li')) rememberSearch(found.query)
  }
  // After "back" the router draws the page it was asked for first; the address has what was typed since.
  const typedBefore = useRef((query: string) => {
    if (query === first.query) return
    setText(query)
    void look(query)
  })
  useEffect(
    () => typedBefore.current((new URLSearchParams(window.location.search).get('q') ?? '').slice(0, LONGEST).trim()),
    [],
  )
  const isStart = text.trim() === ''
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its field and rows are what has the keys
    <div onKeyDown={walkRows} onClickCapture={remember}>
      <h1 className="sr-only">{t('Search')}</h1>
      <SearchField ref={field} value={text} onChange={change} isLooking={isLooking} />
      <p role="status" className="sr-only">
        {isStart || isLooking ? '' : countText(t, found)}
      </p>
      {isStart ? (
        <SearchStart fresh={fresh} hot={hot} rooms={rooms} onChoose={choose} />
      ) : found.query === '' ? (
        <SkeletonRows label={t('Looking for songs')} />
      ) : (
        <SearchAnswer
          found={found}
          rooms={rooms}
          canUpload={canUpload}
          onEnd={more}
          onRetry={() => void look(text.trim())}
        />
      )}
    </div>
  )
}

function countText(t: Text, { items, nextCursor, failure }: Found) {
  if (failure) return t.heard(failure)
  if (items.length === 0) return t('No songs found')
  const count = items.length
  return nextCursor
    ? t('{count} or more songs found', { count })
    : t('{count, plural, one {# song} other {# songs}} found', { count })
}
