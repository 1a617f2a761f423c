import { defineKind } from '@/lib/cache/kind'
import { isTrackId, manyTrackDetails, trackDetails } from '@/lib/catalog/queries'

/** What a track's page and the player need. Whatever changes it calls `songChanged`. */
export const song = defineKind({
  kind: 'song',
  pattern: 'song:{id}',
  key: (id: string) => (isTrackId(id) ? id.toLowerCase() : null),
  shape: 2,
  ttlMs: 24 * 60 * 60_000,
  isMissing: (found) => !found.ok,
  loader: trackDetails,
  loaderMany: manyTrackDetails,
})
