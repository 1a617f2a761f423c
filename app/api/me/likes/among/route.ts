import { parseQuery, route } from '@/app/_server/respond'
import { signedIn } from '@/app/_server/signed-in'
import { likedAmong } from '@/lib/likes/queries'
import { likedAmongInput } from '@/lib/likes/schema'
import { ok } from '@/lib/result'

/** Which of these songs I like: one question for all the hearts on a page. */
export const GET = route(async ({ request, viewer }) => {
  const user = signedIn(viewer)
  if (!user.ok) return user
  const query = parseQuery(request, likedAmongInput)
  if (!query.ok) return query
  return ok({ trackIds: await likedAmong({ userId: user.value, ...query.value }) })
})
