import { titled } from '@/app/_server/titled'
import { requireUser } from '@/app/_server/viewer'
import { readText } from '@/components/language/read-text'
import { NewPlaylist } from '@/components/library/new-playlist'
import { PlaylistTile } from '@/components/library/playlist-tile'
import { Empty } from '@/components/ui/empty'
import { playlists } from '@/lib/cache/kinds/playlists'
import { cached } from '@/lib/cache/read'
import { msg } from '@/lib/language/text'

export const generateMetadata = titled(msg('Library'))

export default async function LibraryPage() {
  const t = await readText()
  const { userId } = await requireUser()
  const mine = await cached(playlists, userId)
  if (mine.length === 0)
    return (
      <Empty
        title={t('No playlist yet')}
        dots={[
          { x: 0, y: 12, is: 'you' },
          { x: 0, y: 50, is: 'away' },
        ]}
        action={<NewPlaylist variant="line" />}
      >
        {t('Keep songs together here, then play them in a room with one tap.')}
      </Empty>
    )
  return (
    <ul className="grid grid-cols-2 gap-x-3 gap-y-6 sm:grid-cols-3 sm:gap-x-5 md:grid-cols-4 xl:grid-cols-5">
      {mine.map((playlist) => (
        <PlaylistTile key={playlist.id} playlist={playlist} />
      ))}
    </ul>
  )
}
