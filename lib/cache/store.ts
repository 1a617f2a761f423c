/** While somebody loads a key nobody else does. Without a word from them for this long, they have died. */
export const LEASE_MS = 3_000

/** Yours to load, somebody else's, or the text that has come meanwhile. */
export type Claim = 'mine' | 'busy' | { text: string }

/** Where texts are kept. Redis and the process's memory behave the same. */
export type Store = {
  get: (keys: string[]) => Promise<(string | null)[]>
  /** `seen` is what the caller found there and has no use for: anything else is returned instead of the claim. */
  claim: (wanted: { key: string; seen: string | null }[], token: string) => Promise<Claim[]>
  renew: (keys: string[], token: string) => Promise<void>
  /** Keeps what was loaded under a claim and ends the claim. A claim that was dropped meanwhile: it is out of date. */
  put: (entries: { key: string; text: string; ttlMs: number }[], token: string) => Promise<void>
  release: (keys: string[], token: string) => Promise<void>
  /** Entries and claims. */
  drop: (keys: string[]) => Promise<void>
  /** Redis' patterns: `*`, `?`, `[a-z]`, `\`. */
  dropMatching: (pattern: string) => Promise<void>
  /** By kind, for the kinds named. */
  measure: (names: string[]) => Promise<Map<string, Size>>
}

export type Size = { entries: number; bytes: number }
