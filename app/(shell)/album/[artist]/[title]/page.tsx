import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { nameOf } from '@/app/_server/name-of'
import { getViewer } from '@/app/_server/viewer'
import { AlbumPage } from '@/components/artist/album-page'
import { readText } from '@/components/language/read-text'
import { OpenFrame } from '@/components/shell/open-frame'
import { album } from '@/lib/cache/kinds/album'
import { cached } from '@/lib/cache/read'
import { albumHref } from '@/lib/catalog/addresses'
import { suitsOf } from '@/lib/preferences/suited'
import { myRooms } from '@/lib/rooms/queries'

type Props = { params: Promise<{ artist: string; title: string }> }

const readAlbum = cache(async (artist: string, title: string) => {
  const found = await cached(album, { artist, title })
  return found.ok ? found.value : notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await readText()
  const asked = await params
  const { title, artist } = await readAlbum(nameOf(asked.artist), nameOf(asked.title))
  return {
    title: t('{title} by {artist}', { title, artist }),
    openGraph: { title: t('{title} by {artist}', { title, artist }) },
  }
}

export default async function Album({ params }: Props) {
  const asked = await params
  const shown = await readAlbum(nameOf(asked.artist), nameOf(asked.title))
  const viewer = await getViewer()
  const [suits, rooms] = await Promise.all([suitsOf(viewer), viewer.kind === 'user' ? myRooms(viewer.userId) : []])
  const page = (
    <AlbumPage
      album={{ ...shown, tracks: shown.tracks.filter(suits) }}
      rooms={rooms.map(({ code, name }) => ({ code, name }))}
    />
  )
  if (viewer.kind === 'user') return page
  return <OpenFrame path={albumHref(shown.artist, shown.title) ?? '/'}>{page}</OpenFrame>
}
