import { addressOf } from '@/app/_server/origin'
import { parseQuery, route } from '@/app/_server/respond'
import { personIdOf } from '@/lib/auth/viewer'
import { search } from '@/lib/cache/kinds/search'
import { cached } from '@/lib/cache/read'
import { searchInput } from '@/lib/catalog/schema'
import { suitedPage } from '@/lib/preferences/suited'
import { takeToken } from '@/lib/rate-limit'

/** Songs by title and artist, as you type. */
export const GET = route(async ({ request, viewer }) => {
  const query = parseQuery(request, searchInput)
  if (!query.ok) return query
  const personId = personIdOf(viewer)
  const allowed = await (personId ? takeToken('search', personId) : takeToken('searchAddress', addressOf(request)))
  if (!allowed.ok) return allowed
  return suitedPage(viewer, (cursor = query.value.cursor) => cached(search, { ...query.value, cursor }))
})
