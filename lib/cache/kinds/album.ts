import { defineKind } from '@/lib/cache/kind'
import { albumHref } from '@/lib/catalog/addresses'
import { albumView } from '@/lib/catalog/artists'

type Named = { artist: string; title: string }

/** An album's page. Tracks never change, so only a song that comes, goes or is blocked has it forgotten. */
export const album = defineKind({
  kind: 'album',
  pattern: 'album:{artist}/{title}',
  key: ({ artist, title }: Named) => albumHref(artist, title)?.slice('/album/'.length) ?? null,
  shape: 2,
  ttlMs: 24 * 60 * 60_000,
  isMissing: (found) => !found.ok,
  loader: ({ artist, title }: Named) => albumView(artist, title),
})
