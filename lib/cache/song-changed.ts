import { invalidate, invalidateKind } from './invalidate'
import { search } from './kinds/search'
import { song } from './kinds/song'

/** Call it after commit when a song has come, or when what it shows has changed: edited, blocked, unblocked. */
export async function songChanged(trackId: string) {
  await invalidate(song, trackId)
  await invalidateKind(search)
}
