import type { Json, Kind } from './kind'

/** The last tenth of an entry's life: the first read in it loads anew, while everybody gets what is there. */
const REFRESH_PART = 0.1

export type Entry<V> = {
  text: string
  isMissing: boolean
  isDue: boolean
  /** A value of the caller's own, so that nobody can change another's. */
  take: () => V
}

/** One line about the value, then the value: what is stored, and for how long. */
export function encode<A, V extends Json>(kind: Kind<A, V>, value: V): { text: string; ttlMs: number } {
  const isMissing = kind.isMissing(value)
  const ttlMs = isMissing ? kind.missingTtlMs : kind.ttlMs
  const refreshAt = Math.round(Date.now() + ttlMs * (1 - REFRESH_PART))
  return { text: `${kind.shape} ${refreshAt} ${isMissing ? 1 : 0}\n${JSON.stringify(value) ?? 'null'}`, ttlMs }
}

/** Null for what is not there, of another shape, or damaged. */
export function decode<A, V extends Json>(kind: Kind<A, V>, text: string | null): Entry<V> | null {
  if (text === null) return null
  const lineEnd = text.indexOf('\n')
  const [, shape, refreshAt, missing] = /^(\d+) (\d+) ([01])$/.exec(text.slice(0, lineEnd)) ?? []
  if (Number(shape) !== kind.shape) return null
  const read = () => JSON.parse(text.slice(lineEnd + 1)) as V
  try {
    let first: { value: V } | undefined = { value: read() }
    const take = () => {
      const taken = first ? first.value : read()
      first = undefined
      return taken
    }
    return { text, isMissing: missing === '1', isDue: Number(refreshAt) <= Date.now(), take }
  } catch {
    return null
  }
}
