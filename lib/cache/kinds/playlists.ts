import { defineKind } from '@/lib/cache/kind'
import { playlistsOf } from '@/lib/playlists/queries'

/** A user's own playlists, which every menu of a song offers. Whatever changes one forgets them. */
export const playlists = defineKind({
  kind: 'playlists',
  pattern: 'playlists:{userId}',
  key: (userId: string) => userId,
  ttlMs: 15 * 60_000,
  isMissing: (list) => list.length === 0,
  loader: playlistsOf,
})
