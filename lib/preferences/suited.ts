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

type Songs = { items: TrackSummary[] }

/** A page without what does not suit the viewer: it may be shorter than was asked for. */
export async function suitedPage<T extends Songs>(viewer: Viewer, page: Result<T>): Promise<Result<T>> {
  if (!page.ok) return page
  const suits = await suitsOf(viewer)
  return ok({ ...page.value, items: page.value.items.filter(suits) })
}
