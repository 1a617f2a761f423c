import { newTracks } from '@/lib/catalog/queries'
import { log } from '@/lib/log'
import { redis } from '@/lib/redis'
import { mostPlayed } from '@/lib/stats/leaderboard'
import { leaderboardInput } from '@/lib/stats/schema'
import { liveRooms, shelves } from './kinds/home'
import { playlists } from './kinds/playlists'
import { preferences } from './kinds/preferences'
import { recommendations } from './kinds/recommendations'
import { song } from './kinds/song'
import { trending } from './kinds/trending'
import { user } from './kinds/user'
import { cached, cachedMany } from './read'

/** Songs whose neighbours are looked up ahead. */
const NEIGHBOURS = 20
const POPULAR = 50

/** What somebody who has just signed in will see first. Not waited for, and its failure is nobody's. */
export function warmFor(userId: string): void {
  const read = async () => {
    const [taste] = await Promise.all([
      cached(user, userId),
      cached(playlists, userId),
      cached(preferences, userId),
      cached(shelves, undefined),
      cached(liveRooms, undefined),
      cached(trending, undefined),
    ])
    await cachedMany(
      recommendations,
      taste.map(({ trackId }) => trackId),
    )
  }
  read().catch((error: unknown) => log.debug({ err: error }, 'Nothing was warmed for a sign-in'))
}

/**
 * What many will ask for by day, loaded by night. Answers how many songs there were. Only for a cache that all
 * processes share: in the worker's own memory it would help nobody.
 */
export async function warmPopular(): Promise<number> {
  if (!redis()) return 0
  const { date } = leaderboardInput.parse({ limit: POPULAR })
  const [hot, played, fresh] = await Promise.all([
    cached(trending, undefined),
    mostPlayed(date, POPULAR),
    newTracks({ sort: 'new', limit: POPULAR }),
  ])
  const tracks = [...hot, ...played].map(({ track }) => track.id)
  const ids = [...new Set([...tracks, ...(fresh.ok ? fresh.value.items.map(({ id }) => id) : [])])]
  await Promise.all([cachedMany(song, ids), cached(shelves, undefined)])
  await cachedMany(recommendations, ids.slice(0, NEIGHBOURS))
  return ids.length
}
