import { clockText } from '@/lib/clock-text'
import type { Text } from '@/lib/language/text'

/** How long a queue is: "52 min of music", "2 h 5 min of music". */
export function musicText(t: Text, ms: number): string {
  if (ms < 60_000) return t('{time} of music', { time: `${Math.round(ms / 1000)} s` })
  const minutes = Math.round(ms / 60_000)
  const hours = Math.floor(minutes / 60)
  return t('{time} of music', { time: hours ? `${hours} h ${minutes % 60} min` : `${minutes} min` })
}

/** "Next, in 1:25"; without a time when nothing is left, as after the end of a song while the connection is away. */
export function nextText(t: Text, leftMs: number): string {
  return leftMs > 0 ? t('Next, in {clock}', { clock: clockText(leftMs) }) : t('Next')
}

/** A code in two groups, as people read it out. */
export const codeText = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`
