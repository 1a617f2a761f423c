import { nameOf } from '@/app/_server/name-of'
import { parseQuery, route } from '@/app/_server/respond'
import { artistTracks } from '@/lib/catalog/artists'
import { artistTracksInput } from '@/lib/catalog/schema'
import { suitedPage } from '@/lib/preferences/suited'

/** An artist's songs, page by page. */
export const GET = route<{ name: string }>(async ({ request, params, viewer }) => {
  const query = parseQuery(request, artistTracksInput)
  return query.ok
    ? suitedPage(viewer, (cursor = query.value.cursor) => artistTracks(nameOf(params.name), { ...query.value, cursor }))
    : query
})
