'use client'
import { useSyncExternalStore } from 'react'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A moment of the past, in words of the reader's own clock and zone. */
export function Since({ iso }: { iso: string }) {
  // The server knows neither: it draws the date, and the browser's words take its place.
  const now = useSyncExternalStore(
    everyMinute,
    () => Math.floor(Date.now() / MINUTE) * MINUTE,
    () => null,
  )
  return <time dateTime={iso}>{now === null ? iso.slice(0, 10) : wordsFor(new Date(iso), now)}</time>
}

/** "Now", "12 minutes ago", "Tuesday", "15 Nov", "15 Nov 2025". */
export function wordsFor(date: Date, now: number): string {
  const age = now - date.getTime()
  if (age < 2 * MINUTE) return 'Now'
  if (age < HOUR) return `${Math.floor(age / MINUTE)} minutes ago`
  if (age < 6 * HOUR) return age < 2 * HOUR ? 'An hour ago' : `${Math.floor(age / HOUR)} hours ago`
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  if (date.getTime() >= midnight) return 'Today'
  if (date.getTime() >= midnight - DAY) return 'Yesterday'
  if (date.getTime() >= midnight - 6 * DAY) return date.toLocaleDateString('en-GB', { weekday: 'long' })
  const isThisYear = date.getFullYear() === new Date(now).getFullYear()
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}

function everyMinute(listener: () => void) {
  const timer = setInterval(listener, MINUTE)
  return () => clearInterval(timer)
}
