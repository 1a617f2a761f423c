import { manySongsChanged } from '@/lib/cache/song-changed'
import { db } from '@/lib/db'
import { hasYoutube } from './piped-hosts'

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
  if (count > 0) await manySongsChanged()
  return count
}
