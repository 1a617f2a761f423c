import type { HomeShelves } from '@/components/home/home'
import { liveRooms, shelves } from '@/lib/cache/kinds/home'
import { preferences } from '@/lib/cache/kinds/preferences'
import { recommendations } from '@/lib/cache/kinds/recommendations'
import { trending } from '@/lib/cache/kinds/trending'
import { user } from '@/lib/cache/kinds/user'
import { cached } from '@/lib/cache/read'
import { newOfChosen } from '@/lib/catalog/chosen'
import { type Suits, suitsUser } from '@/lib/preferences/suited'
import type { RoomCard } from '@/lib/rooms/schema'

const PLACES = 6
const NEW_SONGS = 12
/** Asked for where some are hidden, so that the shelf is full without them. */
const SPARE = 24

/** What the home page shows beside one's own rooms: each shelf is one read of the cache. */
export async function readHome(userId: string, rooms: RoomCard[]): Promise<HomeShelves> {
  const suits = await suitsUser(userId)
  const [hot, { fresh }, publicRooms, liked, chosen] = await Promise.all([
    cached(trending, undefined),
    cached(shelves, undefined),
    cached(liveRooms, undefined),
    becauseLiked(userId, suits),
    cached(preferences, userId).then((mine) => newOfChosen(mine, SPARE)),
  ])
  const mine = new Set(rooms.map(({ code }) => code))
  return {
    trending: hot.filter(({ track }) => suits(track)).slice(0, PLACES),
    chosen: chosen.filter(suits).slice(0, PLACES),
    fresh: fresh.filter(suits).slice(0, NEW_SONGS),
    liked,
    publicRooms: publicRooms.filter(({ code }) => !mine.has(code)).slice(0, PLACES),
  }
}

/** Songs like the last liked one that is like any. */
async function becauseLiked(userId: string, suits: Suits): Promise<HomeShelves['liked']> {
  for (const { trackId, title } of await cached(user, userId)) {
    const tracks = (await cached(recommendations, trackId)).filter(suits)
    if (tracks.length > 0) return { title, tracks: tracks.slice(0, PLACES) }
  }
  return null
}
