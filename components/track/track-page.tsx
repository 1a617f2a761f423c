import { useText } from '#text'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { Box } from '@/components/stats/box'
import { PageColour } from '@/components/ui/page-colour'
import type { TrackDetails, TrackNumbers, TrackPlace } from '@/lib/catalog/track'
import type { ReviewPage } from '@/lib/reviews/schema'
import { PlaceList } from './place-list'
import { PlaysBox } from './plays-box'
import { Reviews } from './reviews'
import { TrackHead } from './track-head'

type Props = {
  track: TrackDetails
  numbers: TrackNumbers
  places: TrackPlace[]
  reviews: ReviewPage
  rooms: RoomChoice[]
  isSignedIn: boolean
  /** Whether the viewer may take others' reviews down. */
  canRemove: boolean
}

/** A song in the colour of its cover: what it is, what can be done with it, what people think and where it plays. */
export function TrackPage({ track, numbers, places, reviews, rooms, isSignedIn, canRemove }: Props) {
  const t = useText()
  return (
    <>
      <PageColour {...track.colour} />
      <TrackHead track={track} rooms={rooms} isSignedIn={isSignedIn} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <Reviews track={track} first={reviews} isSignedIn={isSignedIn} canRemove={canRemove} />
        <div className="grid grid-cols-1 gap-4">
          <PlaysBox numbers={numbers} today={new Date().toISOString().slice(0, 10)} />
          <Box title={t('Where it has been')}>
            <PlaceList places={places} />
          </Box>
        </div>
      </div>
    </>
  )
}
