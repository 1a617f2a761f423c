import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { redis } from './redis'
import { ok, type Result } from './result'

const MINUTE = 60

/**
 * Tries per window in seconds. Keys are accounts or members first; those by address are wide,
 * since a party of a hundred sits behind one address.
 */
const LIMITS = {
  signIn: { points: 5, duration: 15 * MINUTE },
  signInAddress: { points: 600, duration: 15 * MINUTE },
  signUp: { points: 300, duration: 60 * MINUTE },
  usernameCheck: { points: 1200, duration: 5 * MINUTE },
  joinByCode: { points: 30, duration: MINUTE },
  joinByCodeAddress: { points: 600, duration: 5 * MINUTE },
  addStream: { points: 30, duration: MINUTE },
  vote: { points: 120, duration: MINUTE },
  chat: { points: 20, duration: 10 },
  reaction: { points: 40, duration: 10 },
  // As one types, a search is asked several times.
  search: { points: 300, duration: MINUTE },
  searchAddress: { points: 6000, duration: 5 * MINUTE },
  // Somebody else's server answers these.
  searchOutside: { points: 60, duration: MINUTE },
  searchOutsideAddress: { points: 120, duration: 5 * MINUTE },
  upload: { points: 60, duration: 10 * MINUTE },
  command: { points: 60, duration: 10 },
  events: { points: 120, duration: MINUTE },
  library: { points: 300, duration: MINUTE },
  confirmPassword: { points: 5, duration: 15 * MINUTE },
  exportAccount: { points: 10, duration: 60 * MINUTE },
  playPlaylist: { points: 10, duration: MINUTE },
  picture: { points: 30, duration: 10 * MINUTE },
  importList: { points: 20, duration: 10 * MINUTE },
} as const

export type LimitName = keyof typeof LIMITS

/** Takes one try. Refuses `rate_limited` when none is left. `key` is an account's, member's or address's. */
export async function takeToken(limit: LimitName, key: string): Promise<Result<void>> {
  const { isAllowed, waitMs } = await countTry(limit, key)
  return isAllowed ? ok(undefined) : tooMany(waitMs)
}

/** Takes one try and says how many are left. */
export async function countTry(limit: LimitName, key: string) {
  try {
    const { remainingPoints, msBeforeNext } = await limiter(limit).consume(key)
    return { isAllowed: true, left: remainingPoints, waitMs: msBeforeNext }
  } catch (error) {
    if (error instanceof RateLimiterRes) return { isAllowed: false, left: 0, waitMs: error.msBeforeNext }
    throw error
  }
}

/** Gives a try back that should not have counted. */
export async function refundToken(limit: LimitName, key: string) {
  await limiter(limit).reward(key)
}

/** Forgets the tries of a key, as after a right password. */
export async function resetLimit(limit: LimitName, key: string) {
  await limiter(limit).delete(key)
}

export function tooMany(waitMs: number): Result<never> {
  const message = `That was a lot in a short time. Wait ${inWords(waitMs)}, then go on.`
  return { ok: false, refusal: { code: 'rate_limited', message, retryAfterMs: Math.ceil(waitMs) } }
}

export function inWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

const made = new Map<LimitName, RateLimiterAbstract>()

function limiter(name: LimitName): RateLimiterAbstract {
  const existing = made.get(name)
  if (existing) return existing
  const options = { ...LIMITS[name], keyPrefix: `limit:${name}` }
  const memory = new RateLimiterMemory(options)
  const storeClient = redis()
  const limiter = storeClient
    ? new RateLimiterRedis({ ...options, storeClient, insuranceLimiter: memory, rejectIfRedisNotReady: true })
    : memory
  made.set(name, limiter)
  return limiter
}
