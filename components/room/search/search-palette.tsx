'use client'

import { Upload } from 'lucide-react'
import { type KeyboardEvent, Suspense, useRef, useState } from 'react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { useOverlay } from '@/components/room/screen-context'
import { CommandDialog, CommandInput, CommandList } from '@/components/ui/command'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import { isAddress } from '@/lib/providers/youtube-address'
import { NothingHere } from './nothing-here'
import { searchCache, videoCache } from './search-cache'
import { NoAddresses } from './search-empty'
import { SearchFooter } from './search-footer'
import { SearchResults } from './search-results'
import { useAsked } from './use-asked'
import { useHeldEnter } from './use-held-enter'
import { YoutubeResults } from './youtube-results'

/** Add a song: type, arrow, enter. What waits already is upvoted instead. */
export function SearchPalette({ hasYoutube }: { hasYoutube: boolean }) {
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
      <Palette onType={onType} hasYoutube={hasYoutube} />
    </CommandDialog>
  )
}

// Long enough that fast typing asks once, short enough to feel like none; somebody else's server is asked less often.
const TYPING_MS = 120
const SETTLED_MS = 500
/** A link as people share it. */
const LONGEST = 300

function Palette({ onType, hasYoutube }: { onType: () => void; hasYoutube: boolean }) {
  const t = useText()
  const [text, setText] = useState('')
  const here = useAsked(searchCache, text, TYPING_MS)
  const outside = useAsked(videoCache, text, SETTLED_MS)
  const list = useRef<HTMLDivElement>(null)
  const isLink = isAddress(text)
  const isHereStale = !isLink && here.isStale
  const isOutsideStale = hasYoutube && outside.isStale

  const enter = useHeldEnter(list, isHereStale, isOutsideStale)

  const type = (next: string) => {
    onType()
    enter.forget()
    setText(next)
    if (!isAddress(next)) here.askSoon(next)
    if (hasYoutube) outside.askSoon(next)
  }
  return (
    <>
      <CommandInput
        value={text}
        onValueChange={type}
        onKeyDown={enter.hold}
        placeholder={hasYoutube ? t('Title, artist or a YouTube link') : t('Title or artist')}
        maxLength={LONGEST}
      />
      <Chips />
      {/* A list of options may hold nothing else. */}
      {hasYoutube && !isLink && (
        <Suspense fallback={null}>
          <NothingHere query={here.asked} answer={here.answerTo(here.asked)} onRetry={() => here.ask(here.asked)} />
        </Suspense>
      )}
      <CommandList
        ref={list}
        aria-busy={isHereStale || isOutsideStale}
        className={here.isPending ? 'opacity-70 transition-opacity delay-200' : ''}
      >
        {isLink && !hasYoutube && <NoAddresses />}
        {!isLink && (
          <Suspense fallback={<SkeletonRows label={null} />}>
            <SearchResults
              query={here.asked}
              answer={here.answerTo(here.asked)}
              onRetry={() => here.ask(here.asked)}
              isElsewhereToo={hasYoutube && here.asked.trim() !== ''}
            />
          </Suspense>
        )}
        {hasYoutube && (
          // Always there, so that an answer is waited for and not shown as it comes; of an older search nothing is left.
          <Suspense fallback={null}>
            <YoutubeResults
              query={outside.asked}
              answer={outside.answerTo(outside.asked)}
              isStale={outside.isStale}
              onRetry={() => outside.ask(outside.asked)}
            />
          </Suspense>
        )}
        {isOutsideStale && text.trim() && <SkeletonRows rows={2} label={null} />}
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
