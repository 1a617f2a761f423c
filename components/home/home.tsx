import Link from 'next/link'
import { Button } from '@/components/ui/button'
import type { TrackSummary } from '@/lib/catalog/track'
import type { RoomCard } from '@/lib/rooms/schema'
import type { LeaderboardItem } from '@/lib/stats/schema'
import { OpenRoom } from './open-room-dialog'
import type { LiveRoom } from './room-card'
import { Shelf, Tiles } from './shelf'
import { SongRank } from './song-rank'
import { SongTile } from './song-tile'
import { YourRooms } from './your-rooms'

/** What a signed-in person comes back to. A shelf without songs is not there. */
export function Home({
  rooms,
  live,
  fresh,
  played,
  opensDialog,
}: {
  rooms: RoomCard[]
  /** The first that plays. */
  live: LiveRoom | null
  fresh: TrackSummary[]
  /** The most played songs of today. */
  played: LeaderboardItem[]
  opensDialog: boolean
}) {
  const choices = rooms.map(({ code, name }) => ({ code, name }))
  const most = played[0]?.plays ?? 1
  return (
    <>
      <header className="mb-5 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 flex-1 font-semibold max-sm:basis-full text-[24px] leading-[30px] tracking-[-0.028em] sm:text-2xl">
          Your rooms
        </h1>
        <Button asChild variant="line" className="max-sm:flex-1">
          <Link href="/join">Enter a code</Link>
        </Button>
        {rooms.length > 0 && <OpenRoom isOpen={opensDialog} className="max-sm:flex-1" />}
      </header>
      <YourRooms rooms={rooms} live={live} opensDialog={opensDialog} />
      {played.length > 0 && (
        <Shelf title="Most played today" note="All rooms">
          <ol className="-mx-2 grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-flow-col sm:grid-cols-2 sm:grid-rows-3 max-sm:[&>:nth-child(n+5)]:hidden">
            {played.map((item, index) => (
              <SongRank
                key={item.track.id}
                place={index + 1}
                track={item.track}
                plays={item.plays}
                most={most}
                rooms={choices}
              />
            ))}
          </ol>
        </Shelf>
      )}
      {fresh.length > 0 && (
        <Shelf title="New songs">
          <Tiles>
            {fresh.map((track) => (
              <SongTile key={track.id} track={track} rooms={choices} />
            ))}
          </Tiles>
        </Shelf>
      )}
    </>
  )
}
