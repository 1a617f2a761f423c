'use client'
import { useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { showToast } from '@/components/ui/toaster'
import type { ReviewPage, ReviewView } from '@/lib/reviews/schema'

/** The reviews of a song as this page knows them. What is refused leaves them as they are and says so. */
export function useReviews(trackId: string, first: ReviewPage) {
  const t = useText()
  const [page, setPage] = useState(first)
  const [isBusy, setBusy] = useState(false)
  const params = { id: trackId }

  /** Answers why not, or null. */
  const write = async (rating: number, text: string): Promise<string | null> => {
    setBusy(true)
    const written = await call('put', '/api/tracks/{id}/review', { params, body: { rating, text } })
    setBusy(false)
    if (!written.ok) return written.refusal.message
    const { review, ratings } = written.value
    setPage((now) => ({ ...now, ratings, mine: review, items: [review, ...without(now.items, review.id)] }))
    return null
  }
  const takeBack = async () => {
    setBusy(true)
    const removed = await call('delete', '/api/tracks/{id}/review', { params })
    setBusy(false)
    if (!removed.ok) return showToast(removed.refusal.message, { kind: 'bad' })
    const { ratings } = removed.value
    setPage((now) => ({ ...now, ratings, mine: null, items: without(now.items, now.mine?.id) }))
    showToast(t('Your review is gone'))
  }
  const remove = async (review: ReviewView) => {
    const removed = await call('delete', '/api/reviews/{id}', { params: { id: review.id } })
    if (!removed.ok) return showToast(removed.refusal.message, { kind: 'bad' })
    const now = await call('get', '/api/tracks/{id}/reviews', { params })
    if (now.ok) setPage(now.value)
    showToast(t('The review of {name} is gone', { name: review.author.name }))
  }
  const more = async () => {
    if (page.nextCursor === null) return
    setBusy(true)
    const next = await call('get', '/api/tracks/{id}/reviews', { params, query: { cursor: page.nextCursor } })
    setBusy(false)
    if (!next.ok) return showToast(next.refusal.message, { kind: 'bad' })
    const there = new Set(page.items.map(({ id }) => id))
    setPage({ ...next.value, items: [...page.items, ...next.value.items.filter(({ id }) => !there.has(id))] })
  }
  return { page, isBusy, write, takeBack, remove, more }
}

const without = (items: ReviewView[], id: string | undefined) => items.filter((item) => item.id !== id)
