import { randomUUID } from 'node:crypto'
import type { KindCounts } from './counts'
import type { Flight } from './flight'
import { type MemoryStore, memoryStore } from './memory-store'

const MEMORY_BYTES = 64 * 1024 * 1024

/**
 * What answers while Redis is away, so that the database does not get all of its traffic at once. Other processes'
 * changes do not reach it: hence so short.
 */
const SPARE_BYTES = 16 * 1024 * 1024
const SPARE_MS = 2_000

/** The most that a request waits for Redis before it goes on without. */
const PATIENCE_MS = 40
const SOON_MS = 5_000

type CacheState = {
  processId: string
  patienceMs: number
  /** How long an invalidation is put off that many others may follow. */
  soonMs: number
  memory: MemoryStore
  spare: MemoryStore
  flights: Map<string, Flight>
  /** Being loaded anew while the old entry is still served, or lately failed to. */
  refreshing: Set<string>
  counts: Map<string, KindCounts>
  /** The first connection stands, or has failed. */
  hasMetRedis: boolean
  /** Redis does not answer, and is asked again now and then. */
  isAway: boolean
  probe: NodeJS.Timeout | undefined
  /** Keys and patterns that Redis must forget as soon as it is back. */
  owed: { keys: Set<string>; patterns: Set<string> }
  hearing: Promise<void> | undefined
  isHearing: boolean
  stopHearing: (() => Promise<void>) | undefined
  /** Invalidations that have been put off. */
  soon: Map<string, { timer: NodeJS.Timeout; run: () => Promise<void> }>
}

// One a process, also across the module reloads of development and the bundles of Next.
const kept = globalThis as unknown as { cache?: CacheState }

export function state(): CacheState {
  kept.cache ??= fresh()
  return kept.cache
}

function fresh(): CacheState {
  return {
    processId: randomUUID(),
    patienceMs: PATIENCE_MS,
    soonMs: SOON_MS,
    memory: memoryStore({ maxBytes: MEMORY_BYTES, mayKeep: () => state().isHearing }),
    spare: memoryStore({ maxBytes: SPARE_BYTES, longestMs: SPARE_MS }),
    flights: new Map(),
    refreshing: new Set(),
    counts: new Map(),
    hasMetRedis: false,
    isAway: false,
    probe: undefined,
    owed: { keys: new Set(), patterns: new Set() },
    hearing: undefined,
    isHearing: false,
    stopHearing: undefined,
    soon: new Map(),
  }
}
