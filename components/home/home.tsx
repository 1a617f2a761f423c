import Link from 'next/link'
import type { ReactNode } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import type { TrackSummary } from '@/lib/catalog/track'
import type { PublicRoom as Room } from '@/lib/rooms/public-rooms'
import type { RoomCard } from '@/lib/rooms/schema'
import type { TrackTrendingItem } from '@/lib/stats/schema'
import type { RoomChoice } from './add-to-room'
import { OpenRoom } from './open-room-dialog'
import { PublicRoom } from './public-room'
import type { LiveRoom } from './room-card'
import { Shelf, Tiles } from './shelf'
import { AllNew, ToCharts } from './shelf-links'
import { SongRank } from './song-rank'
import { SongTile } from './song-tile'
import { YourRooms } from './your-rooms'

export type HomeShelves = {
  trending: TrackTrendingItem[]
  /** Songs like the one that the person liked last. */
  liked: { title: string; tracks: TrackSummary[] } | null
  /** The newest of the artists and genres that the person has chosen. */
  chosen: TrackSummary[]
  fresh: TrackSummary[]
  /** Rooms that anybody may walk into, without those that one is in. */
  publicRooms: Room[]
}

/** What a signed-in person comes back to. A shelf with nothing on it is not there. */
export function Home({
  rooms,
  live,
  shelves: { trending, liked, chosen, fresh, publicRooms },
  opensDialog,
}: {
  rooms: RoomCard[]
  /** The first that plays. */
  live: LiveRoom | null
  shelves: HomeShelves
  opensDialog: boolean
}) {
  const t = useText()
  const choices = rooms.map(({ code, name }) => ({ code, name }))
  return (
    <>
      <header className="mb-5 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 flex-1 font-semibold max-sm:basis-full text-[24px] leading-[30px] tracking-[-0.028em] sm:text-2xl">
          {t('Your rooms')}
        </h1>
        <Button asChild variant="line" className="max-sm:flex-1">
          <Link href="/join">{t('Enter a code')}</Link>
        </Button>
        {rooms.length > 0 && <OpenRoom isOpen={opensDialog} className="max-sm:flex-1" />}
      </header>
      <YourRooms rooms={rooms} live={live} opensDialog={opensDialog} />
      {publicRooms.length > 0 && (
        <Shelf title={t('Live now')} note={t('Public rooms')}>
          <ul className="-mr-4 flex snap-x gap-3 overflow-x-auto pr-4 pb-1 scroll-quiet sm:mr-0 sm:grid sm:grid-cols-2 sm:gap-4 sm:overflow-visible sm:pr-0 lg:grid-cols-3">
            {publicRooms.map((room) => (
              <PublicRoom key={room.code} room={room} />
            ))}
          </ul>
        </Shelf>
      )}
      {trending.length > 0 && <TrendingShelf items={trending} choices={choices} />}
      {liked && (
        <SongShelf
          title={t('Because you liked {title}', { title: liked.title })}
          tracks={liked.tracks}
          choices={choices}
        />
      )}
      {chosen.length > 0 && <SongShelf title={t('From what you chose')} tracks={chosen} choices={choices} />}
      {fresh.length > 0 && <SongShelf title={t('New songs')} note={<AllNew />} tracks={fresh} choices={choices} />}
    </>
  )
}

function TrendingShelf({ items, choices }: { items: TrackTrendingItem[]; choices: RoomChoice[] }) {
  const t = useText()
  const most = Math.max(Number.MIN_VALUE, ...items.map(({ heat }) => heat))
  return (
    <Shelf title={t('Trending now')} note={<ToCharts />}>
      <ol className="-mx-2 grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-flow-col sm:grid-cols-2 sm:grid-rows-3 max-sm:[&>:nth-child(n+5)]:hidden">
        {items.map(({ track, heat }, index) => (
          <SongRank key={track.id} place={index + 1} track={track} share={heat / most} rooms={choices} />
        ))}
      </ol>
    </Shelf>
  )
}

type SongShelfProps = { title: string; note?: ReactNode; tracks: TrackSummary[]; choices: RoomChoice[] }

function SongShelf({ title, note, tracks, choices }: SongShelfProps) {
  return (
    <Shelf title={title} note={note}>
      <Tiles>
        {tracks.map((track) => (
          <SongTile key={track.id} track={track} rooms={choices} />
        ))}
      </Tiles>
    </Shelf>
  )
}
