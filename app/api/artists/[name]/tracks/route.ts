import { nameOf } from '@/app/_server/name-of'
import { parseQuery, route } from '@/app/_server/respond'
import { artistTracks } from '@/lib/catalog/artists'
import { artistTracksInput } from '@/lib/catalog/schema'

/** An artist's songs, page by page. */
export const GET = route<{ name: string }>(async ({ request, params }) => {
  const query = parseQuery(request, artistTracksInput)
  return query.ok ? artistTracks(nameOf(params.name), query.value) : query
})
