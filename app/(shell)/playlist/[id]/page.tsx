import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { getViewer } from '@/app/_server/viewer'
import { readText } from '@/components/language/read-text'
import { PlaylistPage } from '@/components/library/playlist-page'
import { songsText } from '@/components/library/song-text'
import { OpenFrame } from '@/components/shell/open-frame'
import { playlistEntries, playlistView } from '@/lib/playlists/queries'
import { myRooms } from '@/lib/rooms/queries'

type Props = { params: Promise<{ id: string }> }

const FIRST = 100

const readPlaylist = cache(async (id: string) => {
  if (!z.uuid().safeParse(id).success) notFound()
  const view = await playlistView({ playlistId: id, viewer: await getViewer() })
  return view.ok ? view.value : notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await readText()
  const { name, description, ownerName, trackCount, isPublic } = await readPlaylist((await params).id)
  const text = description ?? t('{songs}, put together by {ownerName}.', { songs: songsText(t, trackCount), ownerName })
  return {
    title: name,
    description: text,
    ...(isPublic ? {} : { robots: { index: false } }),
    openGraph: { title: name, description: text },
  }
}

export default async function Playlist({ params }: Props) {
  const { id } = await params
  const viewer = await getViewer()
  const playlist = await readPlaylist(id)
  const [first, rooms] = await Promise.all([
    playlistEntries({ playlistId: id, viewer, limit: FIRST }),
    viewer.kind === 'user' ? myRooms(viewer.userId) : [],
  ])
  if (!first.ok) notFound()
  const page = (
    <PlaylistPage playlist={playlist} first={first.value} rooms={rooms.map(({ code, name }) => ({ code, name }))} />
  )
  return viewer.kind === 'user' ? page : <OpenFrame path={`/playlist/${id}`}>{page}</OpenFrame>
}
