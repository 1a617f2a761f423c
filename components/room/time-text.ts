/** 107400 → "1:47"; hours only when there are any. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const tail = `${String(s).padStart(2, '0')}`
  return h ? `${h}:${String(m).padStart(2, '0')}:${tail}` : `${m}:${tail}`
}

/** How long a queue is: "52 min of music", "2 h 5 min of music". */
export function musicText(ms: number): string {
  if (ms < 60_000) return `${Math.round(ms / 1000)} s of music`
  const minutes = Math.round(ms / 60_000)
  const hours = Math.floor(minutes / 60)
  return hours ? `${hours} h ${minutes % 60} min of music` : `${minutes} min of music`
}

/** 3 → "3rd" */
export function ordinal(n: number): string {
  const suffix = { one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th', zero: 'th' }
  return `${n}${suffix[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)]}`
}

export const countText = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

/** A code in two groups, as people read it out. */
export const codeText = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`
