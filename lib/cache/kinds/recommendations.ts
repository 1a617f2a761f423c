import { defineKind } from '@/lib/cache/kind'
import { isTrackId } from '@/lib/catalog/queries'
import { recommendationsFor } from '@/lib/catalog/recommendations'

const MOST = 12

/** What is like a song. The 2 counts the ways to find out: it goes up when they change. */
export const recommendations = defineKind({
  kind: 'recommendations',
  pattern: 'recommendations:{id}:v2',
  key: (trackId: string) => (isTrackId(trackId) ? `${trackId.toLowerCase()}:v2` : null),
  shape: 2,
  ttlMs: 60 * 60_000,
  isMissing: (list) => list.length === 0,
  loader: (trackId: string) => recommendationsFor({ trackId, limit: MOST }),
})
