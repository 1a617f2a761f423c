import { createHash } from 'node:crypto'
import { defineKind } from '@/lib/cache/kind'
import type { SearchInput } from '@/lib/catalog/schema'
import { normalQuery, searchTracks } from '@/lib/catalog/search'

/** A page of the catalogue's search, the same for every way to write the same words. */
export const search = defineKind({
  kind: 'search',
  pattern: 'search:{md5}',
  key: ({ q, limit, cursor = '' }: SearchInput) => {
    const words = normalQuery(q)
    return words === '' ? null : createHash('md5').update(`${limit} ${cursor} ${words}`).digest('hex')
  },
  ttlMs: 5 * 60_000,
  isMissing: (page) => !page.ok || page.value.items.length === 0,
  shape: 3,
  loader: searchTracks,
})
