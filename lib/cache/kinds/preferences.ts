import { defineKind } from '@/lib/cache/kind'
import { preferencesOf } from '@/lib/preferences/queries'

/** What a user has chosen, which every room and the home page ask for. Changing them forgets it. */
export const preferences = defineKind({
  kind: 'preferences',
  pattern: 'preferences:{userId}',
  key: (userId: string) => userId,
  shape: 2,
  ttlMs: 15 * 60_000,
  loader: preferencesOf,
})
