import { foldedNamesOf } from '@/lib/catalog/folded-names'
import { log } from '@/lib/log'
import { invalidate, invalidateKind, invalidateMatching } from './invalidate'
import { album } from './kinds/album'
import { artist } from './kinds/artist'
import { shelves } from './kinds/home'
import { recommendations } from './kinds/recommendations'
import { search } from './kinds/search'
import { song } from './kinds/song'
import { trending } from './kinds/trending'

/** Call it after commit when what a song shows has changed: edited, blocked, unblocked. */
export async function songChanged(trackId: string) {
  await songCame(trackId)
  await Promise.all([trending, recommendations].map(invalidateKind))
}

/** Call it after commit when a song is new. Among what is like others it shows when their hour is over. */
export async function songCame(trackId: string) {
  await Promise.all([invalidate(song, trackId), invalidate(recommendations, trackId)])
  await Promise.all([...[search, shelves].map(invalidateKind), forgetPages(trackId)])
}

/** Call it after commit when many songs have changed at once, as when a way to them is gone: whatever shows songs. */
export async function manySongsChanged() {
  await Promise.all([album, artist, recommendations, search, shelves, song, trending].map(invalidateKind))
}

/** Accents and other scripts in an address: only the database knows which of these spellings are the same name. */
const SPELT_OTHERWISE = '*%*'

/** Its artist's page and its album's, in every spelling. With the database away nobody knows which: then all pages. */
async function forgetPages(trackId: string) {
  try {
    const names = await foldedNamesOf(trackId)
    if (!names) return
    await invalidate(artist, names.artist)
    await invalidateMatching(artist, SPELT_OTHERWISE)
    if (names.album === null) return
    await invalidate(album, { artist: names.artist, title: names.album })
    await invalidateMatching(album, SPELT_OTHERWISE)
  } catch (error) {
    log.warn({ err: error, trackId }, 'All pages of artists and albums are forgotten for one song')
    await Promise.all([album, artist].map(invalidateKind))
  }
}
