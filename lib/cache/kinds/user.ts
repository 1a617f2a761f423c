import { defineKind } from '@/lib/cache/kind'
import { tasteOf } from '@/lib/catalog/recommendations'

/** What somebody liked last. A like of theirs has it forgotten; a vote in a room shows when its time is over. */
export const user = defineKind({
  kind: 'user',
  pattern: 'user:{id}',
  key: (userId: string) => userId,
  ttlMs: 15 * 60_000,
  isMissing: (list) => list.length === 0,
  loader: tasteOf,
})
