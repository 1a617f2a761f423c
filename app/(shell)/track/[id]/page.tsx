import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getViewer } from '@/app/_server/viewer'
import { readText } from '@/components/language/read-text'
import { OpenFrame } from '@/components/shell/open-frame'
import { TrackPage } from '@/components/track/track-page'
import { roleOf } from '@/lib/admin/queries'
import { hasRight } from '@/lib/admin/rights'
import { song } from '@/lib/cache/kinds/song'
import { cached } from '@/lib/cache/read'
import { trackNumbers, trackPlaces } from '@/lib/catalog/track-numbers'
import { trackReviews } from '@/lib/reviews/queries'
import { myRooms } from '@/lib/rooms/queries'

type Props = { params: Promise<{ id: string }> }

const REVIEWS = 20

const readTrack = cache(async (id: string) => {
  const track = await cached(song, id)
  return track.ok ? track.value : notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await readText()
  const { title, artist, coverUrl } = await readTrack((await params).id)
  const name = t('{title} by {artist}', { title, artist })
  return { title: name, openGraph: { title: name, images: coverUrl.endsWith('.svg') ? [] : [coverUrl] } }
}

export default async function Track({ params }: Props) {
  const track = await readTrack((await params).id)
  const viewer = await getViewer()
  const viewerId = viewer.kind === 'user' ? viewer.userId : null
  const [numbers, places, reviews, rooms, role] = await Promise.all([
    trackNumbers(track.id),
    trackPlaces(track.id, viewer),
    trackReviews({ trackId: track.id, viewerId, limit: REVIEWS }),
    viewerId ? myRooms(viewerId) : [],
    viewerId ? roleOf(viewerId) : null,
  ])
  if (!reviews.ok) notFound()
  const page = (
    <TrackPage
      track={track}
      numbers={numbers}
      places={places}
      reviews={reviews.value}
      rooms={rooms.map(({ code, name }) => ({ code, name }))}
      isSignedIn={viewerId !== null}
      canRemove={role ? hasRight(role, 'reviews:remove') : false}
    />
  )
  return viewerId ? page : <OpenFrame path={`/track/${track.id}`}>{page}</OpenFrame>
}
