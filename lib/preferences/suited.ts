import type { Viewer } from '@/lib/auth/viewer'
import { preferences } from '@/lib/cache/kinds/preferences'
import { cached } from '@/lib/cache/read'
import type { TrackSummary } from '@/lib/catalog/track'
import { ok, type Result } from '@/lib/result'

export type Suits = (track: Pick<TrackSummary, 'isExplicit'>) => boolean

/** Whether a song is shown to the viewer where they did not ask for that very one: some hide explicit songs. */
export async function suitsOf(viewer: Viewer): Promise<Suits> {
  return viewer.kind === 'user' ? suitsUser(viewer.userId) : () => true
}

export async function suitsUser(userId: string): Promise<Suits> {
  const { hidesExplicit } = await cached(preferences, userId)
  return hidesExplicit ? ({ isExplicit }) => !isExplicit : () => true
}

type Songs = { items: TrackSummary[]; nextCursor: string | null }

/** A page without what does not suit the viewer. It may be shorter than was asked for, and is empty only at the end. */
export async function suitedPage<T extends Songs>(
  viewer: Viewer,
  /** The page that was asked for; with a cursor, the one behind it. */
  read: (cursor?: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const suits = await suitsOf(viewer)
  for (let cursor: string | undefined; ; ) {
    const page = await read(cursor)
    if (!page.ok) return page
    const items = page.value.items.filter(suits)
    const { nextCursor } = page.value
    if (items.length > 0 || nextCursor === null) return ok({ ...page.value, items })
    cursor = nextCursor
  }
}
