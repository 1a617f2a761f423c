import { defineKind } from '@/lib/cache/kind'
import { artistHref } from '@/lib/catalog/addresses'
import { artistView } from '@/lib/catalog/artists'

/** An artist's page. It names the hottest songs, hence an hour and not half a day. */
export const artist = defineKind({
  kind: 'artist',
  pattern: 'artist:{name}',
  key: (name: string) => artistHref(name)?.slice('/artist/'.length) ?? null,
  shape: 2,
  ttlMs: 60 * 60_000,
  isMissing: (found) => !found.ok,
  loader: artistView,
})
