import { invalidateKind } from '@/lib/cache/invalidate'
import { album } from '@/lib/cache/kinds/album'
import { artist } from '@/lib/cache/kinds/artist'
import { shelves } from '@/lib/cache/kinds/home'
import { recommendations } from '@/lib/cache/kinds/recommendations'
import { search } from '@/lib/cache/kinds/search'
import { song } from '@/lib/cache/kinds/song'
import { trending } from '@/lib/cache/kinds/trending'
import { db } from '@/lib/db'
import { hasYoutube } from './piped-hosts'

const SHOWN = [album, artist, recommendations, search, shelves, song, trending]
const failure = 'This installation has no way to YouTube any more.'

/**
 * Songs of YouTube can be played as long as the installation names an instance: their status says so, for whatever asks
 * whether a song can be played. Once at each start. Answers how many have changed.
 */
export async function settleYoutube(): Promise<number> {
  const [before, now] = hasYoutube()
    ? (['failed', { status: 'ready', failure: null }] as const)
    : (['ready', { status: 'failed', failure }] as const)
  const { count } = await db().song.updateMany({ where: { status: before, track: { source: 'youtube' } }, data: now })
  if (count > 0) await Promise.all(SHOWN.map(invalidateKind))
  return count
}
