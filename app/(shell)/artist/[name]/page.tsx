import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { nameOf } from '@/app/_server/name-of'
import { getViewer } from '@/app/_server/viewer'
import { ArtistPage } from '@/components/artist/artist-page'
import { OpenFrame } from '@/components/shell/open-frame'
import { artist } from '@/lib/cache/kinds/artist'
import { cached } from '@/lib/cache/read'
import { artistTracks } from '@/lib/catalog/artists'
import { suitedPage, suitsOf } from '@/lib/preferences/suited'
import { myRooms } from '@/lib/rooms/queries'

type Props = { params: Promise<{ name: string }> }

const FIRST = 100

const readArtist = cache(async (name: string) => {
  const found = await cached(artist, name)
  return found.ok ? found.value : notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await readArtist(nameOf((await params).name))
  return { title: name, openGraph: { title: name } }
}

export default async function Artist({ params }: Props) {
  const name = nameOf((await params).name)
  const shown = await readArtist(name)
  const viewer = await getViewer()
  const [first, suits, rooms] = await Promise.all([
    suitedPage(viewer, (cursor) => artistTracks(name, { limit: FIRST, cursor })),
    suitsOf(viewer),
    viewer.kind === 'user' ? myRooms(viewer.userId) : [],
  ])
  if (!first.ok) notFound()
  const choices = rooms.map((room) => ({ code: room.code, name: room.name }))
  const page = <ArtistPage artist={{ ...shown, hot: shown.hot.filter(suits) }} first={first.value} rooms={choices} />
  return viewer.kind === 'user' ? page : <OpenFrame path={`/artist/${encodeURIComponent(name)}`}>{page}</OpenFrame>
}
