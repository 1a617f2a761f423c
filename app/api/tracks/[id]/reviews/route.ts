import { parseQuery, route } from '@/app/_server/respond'
import { song } from '@/lib/cache/kinds/song'
import { cached } from '@/lib/cache/read'
import { trackReviews } from '@/lib/reviews/queries'
import { reviewsInput } from '@/lib/reviews/schema'

/** What people think of a song, the newest first. */
export const GET = route<{ id: string }>(async ({ request, params, viewer }) => {
  const query = parseQuery(request, reviewsInput)
  if (!query.ok) return query
  const track = await cached(song, params.id)
  if (!track.ok) return track
  const viewerId = viewer.kind === 'user' ? viewer.userId : null
  return trackReviews({ trackId: track.value.id, viewerId, ...query.value })
})
