'use client'

import { use } from 'react'
import { useText } from '#text'
import type { Answer } from '@/components/room/room-socket'
import { Button } from '@/components/ui/button'
import type { TrackPage } from '@/lib/catalog/schema'

type Props = { query: string; answer: Promise<Answer<TrackPage>>; onRetry: () => void }

/** A line above what is found elsewhere: that nothing was found here, or why. */
export function NothingHere({ query, answer, onRetry }: Props) {
  const t = useText()
  const result = use(answer)
  if (!query.trim() || (result.ok && result.value.items.length > 0)) return null
  return (
    <p className="flex items-center gap-3 px-5 pt-3 text-sm text-text-2">
      {result.ok ? t('No song here sounds like “{query}”.', { query: query.trim() }) : result.refusal.message}
      {!result.ok && (
        <Button size="sm" variant="line" onClick={onRetry}>
          {t('Try again')}
        </Button>
      )}
    </p>
  )
}
