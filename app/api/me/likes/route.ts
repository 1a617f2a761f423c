import { parseQuery, route } from '@/app/_server/respond'
import { signedIn } from '@/app/_server/signed-in'
import { likedTracks } from '@/lib/likes/queries'
import { likedInput } from '@/lib/likes/schema'

/** The songs that I like, the last one first. */
export const GET = route(async ({ request, viewer }) => {
  const user = signedIn(viewer)
  if (!user.ok) return user
  const query = parseQuery(request, likedInput)
  return query.ok ? likedTracks({ userId: user.value, ...query.value }) : query
})
