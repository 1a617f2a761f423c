import type { Result } from '@/lib/result'

/** The value of a result that must not be a refusal. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`)
  return result.value
}

/** The code of a refusal; null when it was granted. */
export const refusalOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)
