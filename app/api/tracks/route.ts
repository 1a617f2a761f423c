import { parseQuery, route } from '@/app/_server/respond'
import { newTracks } from '@/lib/catalog/queries'
import { listTracksInput } from '@/lib/catalog/schema'

/** New releases, page by page. */
export const GET = route(async ({ request }) => {
  const query = parseQuery(request, listTracksInput)
  return query.ok ? newTracks(query.value) : query
})
