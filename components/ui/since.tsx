'use client'
import { useSyncExternalStore } from 'react'
import { useText } from '#text'
import type { Text } from '@/lib/language/text'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A moment of the past, in words of the reader's own clock and zone. */
export function Since({ iso }: { iso: string }) {
  const t = useText()
  // The server knows neither: it draws the date, and the browser's words take its place.
  const now = useSyncExternalStore(
    everyMinute,
    () => Math.floor(Date.now() / MINUTE) * MINUTE,
    () => null,
  )
  return <time dateTime={iso}>{now === null ? iso.slice(0, 10) : wordsFor(t, new Date(iso), now)}</time>
}

/** "Now", "12 minutes ago", "Tuesday", "15 Nov", "15 Nov 2025". */
export function wordsFor(t: Text, date: Date, now: number): string {
  const age = now - date.getTime()
  if (age < 2 * MINUTE) return t('Now')
  if (age < HOUR) return t('{minutes} minutes ago', { minutes: Math.floor(age / MINUTE) })
  if (age < 6 * HOUR)
    return age < 2 * HOUR ? t('An hour ago') : t('{hours} hours ago', { hours: Math.floor(age / HOUR) })
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  if (date.getTime() >= midnight) return t('Today')
  if (date.getTime() >= midnight - DAY) return t('Yesterday')
  if (date.getTime() >= midnight - 6 * DAY) return date.toLocaleDateString(t.locale, { weekday: 'long' })
  const isThisYear = date.getFullYear() === new Date(now).getFullYear()
  return date.toLocaleDateString(t.locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}

function everyMinute(listener: () => void) {
  const timer = setInterval(listener, MINUTE)
  return () => clearInterval(timer)
}
