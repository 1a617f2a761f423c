import { parseQuery, route } from '@/app/_server/respond'
import { likedAmong } from '@/lib/likes/queries'
import { likedAmongInput } from '@/lib/likes/schema'
import { ok } from '@/lib/result'

/** Which of these songs I like: one question for all the hearts on a page. Null to those who have none. */
export const GET = route(async ({ request, viewer }) => {
  const query = parseQuery(request, likedAmongInput)
  if (!query.ok) return query
  if (viewer.kind !== 'user') return ok({ trackIds: null })
  return ok({ trackIds: await likedAmong({ userId: viewer.userId, ...query.value }) })
})
