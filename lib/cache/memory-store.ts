import { LRUCache } from 'lru-cache'
import { globToRegExp } from './glob'
import { kindOfKey } from './kind'
import { type Claim, LEASE_MS, type Size, type Store } from './store'

/** What an entry costs besides its text. */
const OVERHEAD_BYTES = 200

type Limits = {
  maxBytes: number
  /** Nothing is kept for longer than this. */
  longestMs?: number
  /** False while this process would not hear that something has changed. */
  mayKeep?: () => boolean
}

/** A bounded store in this process: the least recently used goes first. */
export function memoryStore({ maxBytes, longestMs = Number.MAX_SAFE_INTEGER, mayKeep = () => true }: Limits) {
  const texts = new LRUCache<string, string>({
    maxSize: maxBytes,
    // One value may not push out half of the others.
    maxEntrySize: Math.ceil(maxBytes / 8),
    sizeCalculation: sizeOf,
    // The clock by which entries name their times.
    perf: { now: () => Date.now() },
    ttlResolution: 0,
  })
  const claims = new Map<string, { token: string; until: number }>()
  const claimOf = (key: string) => {
    const claim = claims.get(key)
    return claim && claim.until > Date.now() ? claim.token : undefined
  }
  const claimOne = (key: string, seen: string | null, token: string): Claim => {
    const text = texts.get(key)
    if (text !== undefined && text !== seen) return { text }
    if (claimOf(key) !== undefined) return 'busy'
    claims.set(key, { token, until: Date.now() + LEASE_MS })
    return 'mine'
  }
  const drop = (key: string) => {
    texts.delete(key)
    claims.delete(key)
  }

  const store: Store = {
    get: async (keys) => keys.map((key) => texts.get(key) ?? null),
    claim: async (wanted, token) => wanted.map(({ key, seen }) => claimOne(key, seen, token)),
    renew: async (keys, token) => {
      for (const key of keys) if (claimOf(key) === token) claims.set(key, { token, until: Date.now() + LEASE_MS })
    },
    put: async (entries, token) => {
      for (const { key, text, ttlMs } of entries) {
        if (claimOf(key) !== token) continue
        claims.delete(key)
        if (mayKeep()) texts.set(key, text, { ttl: Math.min(ttlMs, longestMs) })
      }
    },
    release: async (keys, token) => {
      for (const key of keys) if (claimOf(key) === token) claims.delete(key)
    },
    drop: async (keys) => keys.forEach(drop),
    dropMatching: async (pattern) => {
      const matches = globToRegExp(pattern)
      for (const key of [...texts.keys(), ...claims.keys()]) if (matches.test(key)) drop(key)
    },
    measure: async (names) => {
      texts.purgeStale()
      return measure(texts, names)
    },
  }
  const clear = () => {
    texts.clear()
    claims.clear()
  }
  return { ...store, clear }
}

export type MemoryStore = ReturnType<typeof memoryStore>

// Two bytes a character is the most that V8 takes.
const sizeOf = (text: string, key: string) => 2 * (text.length + key.length) + OVERHEAD_BYTES

function measure(texts: LRUCache<string, string>, names: string[]): Map<string, Size> {
  const sizes = new Map<string, Size>()
  for (const [key, text] of texts.entries()) {
    const name = kindOfKey(key, names)
    if (!name) continue
    const { entries, bytes } = sizes.get(name) ?? { entries: 0, bytes: 0 }
    sizes.set(name, { entries: entries + 1, bytes: bytes + sizeOf(text, key) })
  }
  return sizes
}
