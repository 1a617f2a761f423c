import { titled } from '@/app/_server/titled'
import { getViewer } from '@/app/_server/viewer'
import { SearchPage } from '@/components/search/search-page'
import { OpenFrame } from '@/components/shell/open-frame'
import type { Viewer } from '@/lib/auth/viewer'
import { search } from '@/lib/cache/kinds/search'
import { trending } from '@/lib/cache/kinds/trending'
import { cached } from '@/lib/cache/read'
import { newTracks } from '@/lib/catalog/queries'
import { searchInput } from '@/lib/catalog/schema'
import { msg } from '@/lib/language/text'
import { suitedPage, suitsOf } from '@/lib/preferences/suited'
import { myRooms } from '@/lib/rooms/queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const FIRST = 50
const SHELF = 12

export const generateMetadata = titled(msg('Search'), { isFound: false })

export default async function Search({ searchParams }: Props) {
  const [viewer, { q }] = await Promise.all([getViewer(), searchParams])
  const [first, fresh, hot, suits, rooms] = await Promise.all([
    firstOf(q, viewer),
    newTracks({ sort: 'new', limit: 3 * SHELF }),
    cached(trending, undefined),
    suitsOf(viewer),
    viewer.kind === 'user' ? myRooms(viewer.userId) : [],
  ])
  const page = (
    <SearchPage
      first={first}
      fresh={fresh.ok ? fresh.value.items.filter(suits).slice(0, SHELF) : []}
      hot={hot
        .map(({ track }) => track)
        .filter(suits)
        .slice(0, SHELF)}
      rooms={rooms.map(({ code, name }) => ({ code, name }))}
      canUpload={viewer.kind === 'user'}
    />
  )
  return viewer.kind === 'user' ? page : <OpenFrame path="/search">{page}</OpenFrame>
}

/** What the address asks for; whatever else it may be, an empty search. */
async function firstOf(q: string | string[] | undefined, viewer: Viewer) {
  const asked = searchInput.safeParse({
    q: typeof q === 'string' ? q.replaceAll('\0', '').slice(0, 100) : '',
    limit: FIRST,
  })
  const empty = { query: '', items: [], nextCursor: null, failure: null }
  if (!asked.success) return empty
  const page = await suitedPage(viewer, (cursor) => cached(search, { ...asked.data, cursor }))
  return { ...empty, query: asked.data.q, ...(page.ok ? page.value : { failure: page.refusal.message }) }
}
