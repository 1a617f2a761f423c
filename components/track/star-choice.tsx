'use client'
import { Star } from 'lucide-react'
import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import { msg } from '@/lib/language/text'
import { FIVE } from './stars'

const MEANING = [msg('Not for me'), msg('It is all right'), msg('Good'), msg('Very good'), msg('One of the best')]

/** One to five: five radio buttons that look like stars, so that arrows and readers work by themselves. */
export function StarChoice({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const t = useText()
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3">
      <legend className="sr-only">{t('Your rating')}</legend>
      <span className="-ml-2 inline-flex">
        {FIVE.map((star) => (
          <label
            key={star}
            className="grid size-10 cursor-pointer place-items-center rounded-md has-focus-visible:outline-2 has-focus-visible:outline-accent hover:bg-surface-2 pointer-coarse:size-11"
          >
            <input
              type="radio"
              name="rating"
              value={star}
              checked={value === star}
              onChange={() => onChange(star)}
              aria-label={t('{star} of 5: {meaning}', { star, meaning: t(MEANING[star - 1] ?? '') })}
              className="sr-only"
            />
            <Star
              aria-hidden="true"
              strokeWidth={1.75}
              className={cn('size-6', star <= value ? 'fill-accent text-accent' : 'text-text-3')}
            />
          </label>
        ))}
      </span>
      <span aria-hidden="true" className="text-sm text-text-2">
        {t(MEANING[value - 1] ?? 'Give it one to five stars')}
      </span>
    </fieldset>
  )
}
