import type { Text } from '@/lib/language/text'

/** "1 song", "5,000 songs". */
export const songsText = (t: Text, count: number) => t('{count, plural, one {# song} other {# songs}}', { count })

/** "3:07", "1:02:09". */
export function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const end = String(s).padStart(2, '0')
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${end}` : `${m}:${end}`
}

/** "4 min", "3 h 12 min", "12 days 4 h". */
export function totalText(t: Text, ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`
  return t('{days} days {hours} h', { days: Math.floor(hours / 24), hours: hours % 24 })
}
