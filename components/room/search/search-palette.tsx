'use client'

import { Upload } from 'lucide-react'
import { type KeyboardEvent, Suspense, useEffect, useReducer, useRef, useState, useTransition } from 'react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { useOverlay } from '@/components/room/screen-context'
import { CommandDialog, CommandInput, CommandList } from '@/components/ui/command'
import { Kbd } from '@/components/ui/kbd'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import { searchCache } from './search-cache'
import { SearchFooter } from './search-footer'
import { SearchResults } from './search-results'

/** Add a song: type, arrow, enter. What waits already is upvoted instead. */
export function SearchPalette() {
  const t = useText()
  const { open, onOpenChange } = useOverlay('search')
  const hasMoved = useRef(false)
  // A space belongs to the search, until somebody walks through the list: then it plays what is selected.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') hasMoved.current = true
    if (event.key !== ' ' || !hasMoved.current) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>('[aria-selected="true"] [data-preview]')?.click()
  }
  const onType = () => {
    hasMoved.current = false
  }
  return (
    <CommandDialog
      title={t('Add a song')}
      open={open}
      onOpenChange={onOpenChange}
      shouldFilter={false}
      loop
      onKeyDown={onKeyDown}
    >
      <Palette onType={onType} />
    </CommandDialog>
  )
}

// Long enough that fast typing asks once, short enough to feel like none.
const TYPING_MS = 120

function Palette({ onType }: { onType: () => void }) {
  const t = useText()
  const [search] = useState(searchCache)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  // The same search once more is a change too.
  const [, count] = useReducer((asks: number) => asks + 1, 0)
  const [isPending, startTransition] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const list = useRef<HTMLDivElement>(null)
  const isAwaited = useRef(false)
  const isStale = isPending || asked !== text

  // Who types and presses enter at once means what they typed, not what the list still shows.
  const holdEnter = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || !isStale || event.nativeEvent.isComposing) return
    event.preventDefault()
    isAwaited.current = true
  }
  useEffect(() => {
    if (isStale || !isAwaited.current) return
    isAwaited.current = false
    list.current?.querySelector<HTMLElement>('[role="option"]')?.click()
  }, [isStale])

  const askFor = (query: string) => {
    search.renew(query)
    startTransition(() => {
      setAsked(query)
      count()
    })
  }
  const type = (next: string) => {
    onType()
    isAwaited.current = false
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => askFor(next), TYPING_MS)
  }
  return (
    <>
      <CommandInput
        value={text}
        onValueChange={type}
        onKeyDown={holdEnter}
        placeholder={t('Title or artist')}
        maxLength={100}
        trailing={<Kbd>{t('esc')}</Kbd>}
      />
      <Chips />
      <CommandList
        ref={list}
        aria-busy={isPending}
        className={isPending ? 'opacity-70 transition-opacity delay-200' : ''}
      >
        {/* A list of options may hold nothing else: that it is busy, it says itself. */}
        <Suspense fallback={<SkeletonRows label={null} />}>
          <SearchResults query={asked} answer={search.ask(asked)} onRetry={() => askFor(asked)} />
        </Suspense>
      </CommandList>
      <SearchFooter />
    </>
  )
}

function Chips() {
  const t = useText()
  const { me } = useRoomContext().room
  if (me.isGuest) return null // uploading needs an account
  return (
    <div className="flex gap-2 px-5 pt-3 pb-1">
      <Tag variant="accent" className="max-sm:h-8 max-sm:px-3 max-sm:text-sm">
        {t('Songs')}
      </Tag>
      {/* In a tab of its own: leaving this one would stop the music. */}
      <a href="/upload" target="_blank" rel="noreferrer" className="rounded-[6px]">
        <Tag className="hover:bg-surface-3 max-sm:h-8 max-sm:px-3 max-sm:text-sm">
          <Upload aria-hidden="true" strokeWidth={1.75} />
          {t('Upload')}
        </Tag>
      </a>
    </div>
  )
}
