import { invalidate, invalidateKind } from './invalidate'
import { album } from './kinds/album'
import { artist } from './kinds/artist'
import { shelves } from './kinds/home'
import { recommendations } from './kinds/recommendations'
import { search } from './kinds/search'
import { song } from './kinds/song'
import { trending } from './kinds/trending'

/** Call it after commit when a song has come, or when what it shows has changed: edited, blocked, unblocked. */
export async function songChanged(trackId: string) {
  await invalidate(song, trackId)
  await Promise.all([search, trending, recommendations, shelves, album, artist].map(invalidateKind))
}
