import { notFound } from 'next/navigation'
import { titled } from '@/app/_server/titled'
import { getViewer } from '@/app/_server/viewer'
import { SongList } from '@/components/artist/song-list'
import { readText } from '@/components/language/read-text'
import { OpenFrame } from '@/components/shell/open-frame'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { newTracks } from '@/lib/catalog/queries'
import { msg } from '@/lib/language/text'
import { suitedPage } from '@/lib/preferences/suited'
import { myRooms } from '@/lib/rooms/queries'

export const generateMetadata = titled(msg('New songs'))

const FIRST = 100

export default async function NewSongs() {
  const t = await readText()
  const viewer = await getViewer()
  const [first, rooms] = await Promise.all([
    suitedPage(viewer, (cursor) => newTracks({ sort: 'new', limit: FIRST, cursor })),
    viewer.kind === 'user' ? myRooms(viewer.userId) : [],
  ])
  if (!first.ok) notFound()
  const choices = rooms.map(({ code, name }) => ({ code, name }))
  const page = (
    <>
      <PageHead title={t('New songs')} lead={t('What came into the catalogue, the last one first.')} />
      {first.value.items.length > 0 ? (
        <SongList label={t('New songs')} path="/api/tracks" first={first.value} rooms={choices} />
      ) : (
        <Empty title={t('No songs here yet')}>{t('The first one that somebody uploads shows up here.')}</Empty>
      )}
    </>
  )
  return viewer.kind === 'user' ? page : <OpenFrame path="/new">{page}</OpenFrame>
}
