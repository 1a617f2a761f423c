'use client'
import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { useText } from '#text'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { Pulse } from '@/components/ui/pulse'

/** Stays at the top while the results scroll below it. */
export function SearchField({
  ref,
  value,
  onChange,
  isLooking,
}: {
  ref: Ref<HTMLInputElement>
  value: string
  onChange: (value: string) => void
  isLooking: boolean
}) {
  const t = useText()
  return (
    <search className="sticky top-0 z-10 -mx-4 block bg-surface-0 px-4 pt-2 pb-3 sm:-mx-2 sm:px-2 sm:pt-1">
      <label className="hairline flex h-14 items-center gap-3 rounded-[16px] bg-surface-1 px-4 text-text-3 transition-shadow duration-[120ms] focus-within:text-text-2 focus-within:shadow-[inset_0_0_0_1px_var(--accent),0_0_0_3px_var(--accent-soft)]">
        <Search aria-hidden="true" strokeWidth={1.75} className="size-5 flex-none" />
        <span className="sr-only">{t('Search songs by title or artist')}</span>
        <input
          ref={ref}
          type="search"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onChange('')}
          placeholder={t('Title or artist')}
          maxLength={100}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          // biome-ignore lint/a11y/noAutofocus: whoever comes here comes to type
          autoFocus
          className="h-full min-w-0 flex-1 bg-transparent text-[18px] text-text-1 tracking-[-0.01em] outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        {isLooking && <Pulse state="wait" className="text-text-2" />}
        {value !== '' && (
          <IconButton label={t('Clear the search')} size="sm" onClick={() => onChange('')}>
            <X aria-hidden="true" strokeWidth={1.75} />
          </IconButton>
        )}
        <span className="flex gap-1 max-sm:hidden pointer-coarse:hidden">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd>
        </span>
      </label>
    </search>
  )
}
