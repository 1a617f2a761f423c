import { parseQuery, route } from '@/app/_server/respond'
import { newTracks } from '@/lib/catalog/queries'
import { listTracksInput } from '@/lib/catalog/schema'
import { suitedPage } from '@/lib/preferences/suited'

/** New releases, page by page. */
export const GET = route(async ({ request, viewer }) => {
  const query = parseQuery(request, listTracksInput)
  return query.ok ? suitedPage(viewer, (cursor = query.value.cursor) => newTracks({ ...query.value, cursor })) : query
})
