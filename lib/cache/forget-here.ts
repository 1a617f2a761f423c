import { globToRegExp } from './glob'
import { state } from './state'

/** Keys, or all keys that match. */
export type Forgotten = { keys?: string[] | undefined; pattern?: string | undefined }

/** Lets no later reader join a load that began before the change, nor find it in the spare store. */
export function forgetHere({ keys = [], pattern }: Forgotten) {
  const { flights, spare } = state()
  void spare.drop(keys)
  for (const key of keys) flights.delete(key)
  if (pattern === undefined) return
  void spare.dropMatching(pattern)
  const matches = globToRegExp(pattern)
  for (const key of flights.keys()) if (matches.test(key)) flights.delete(key)
}
