import type { Text } from '@/lib/language/text'

/** How long a queue is: "52 min of music", "2 h 5 min of music". */
export function musicText(t: Text, ms: number): string {
  if (ms < 60_000) return t('{time} of music', { time: `${Math.round(ms / 1000)} s` })
  const minutes = Math.round(ms / 60_000)
  const hours = Math.floor(minutes / 60)
  return t('{time} of music', { time: hours ? `${hours} h ${minutes % 60} min` : `${minutes} min` })
}

/** A code in two groups, as people read it out. */
export const codeText = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`
