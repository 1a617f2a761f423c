import type { Result } from '@/lib/result'
import { PROVIDER_AWAY } from './piped'

class ProviderAway extends Error {}

/** For what is cached: that nobody answered is nothing to keep. */
export function orThrow<T>(result: Result<T>): Result<T> {
  if (!result.ok && result.refusal.code === 'provider_away') throw new ProviderAway(result.refusal.message)
  return result
}

/** The other way round, for who reads the cache. */
export async function orAway<T>(read: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await read
  } catch (error) {
    if (error instanceof ProviderAway) return PROVIDER_AWAY
    throw error
  }
}
