import { addressOf } from '@/app/_server/origin'
import { parseQuery, route } from '@/app/_server/respond'
import { personIdOf } from '@/lib/auth/viewer'
import { youtubeSearch } from '@/lib/cache/kinds/youtube'
import { cached } from '@/lib/cache/read'
import { orAway } from '@/lib/providers/away'
import { videosInput } from '@/lib/providers/schema'
import { takeToken } from '@/lib/rate-limit'
import { ok } from '@/lib/result'

/** Songs of YouTube, by words or by the address of one, where this installation has a way to them. */
export const GET = route(async ({ request, viewer }) => {
  const query = parseQuery(request, videosInput)
  if (!query.ok) return query
  const personId = personIdOf(viewer)
  const allowed = await (personId
    ? takeToken('searchOutside', personId)
    : takeToken('searchOutsideAddress', addressOf(request)))
  if (!allowed.ok) return allowed
  const found = await orAway(cached(youtubeSearch, query.value.q))
  return found.ok ? ok({ items: found.value, nextCursor: null }) : found
})
