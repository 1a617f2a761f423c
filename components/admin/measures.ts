import type { Text } from '@/lib/language/text'

export const percent = (t: Text, share: number, digits = 0) => `${t.number(share * 100, digits)} %`

/** Whole bytes would be false: sizes are estimates. */
export function megabytes(t: Text, bytes: number): string {
  if (bytes < 1_000) return bytes === 0 ? '0 kB' : '1 kB'
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${t.number(bytes / 1_000_000, 1)} MB`
}

export function spanText(ms: number): string {
  const minutes = ms / 60_000
  if (minutes < 1) return `${Math.round(ms / 1000)} s`
  return minutes < 60 ? `${Math.round(minutes)} min` : `${Math.round(minutes / 60)} h`
}

export const millis = (t: Text, ms: number) => (ms < 10 ? `${t.number(ms, 1)} ms` : `${Math.round(ms)} ms`)
