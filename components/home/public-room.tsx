import Link from 'next/link'
import { useText } from '#text'
import { Cover } from '@/components/ui/cover'
import { coverStyle } from '@/components/ui/cover-style'
import { Pulse } from '@/components/ui/pulse'
import type { PublicRoom as Room } from '@/lib/rooms/public-rooms'

/** A room that anybody may walk into, in the colour of what plays there. */
export function PublicRoom({ room }: { room: Room }) {
  const t = useText()
  const { nowPlaying: track } = room
  return (
    <li className="min-w-0 max-sm:w-65 max-sm:flex-none max-sm:snap-start">
      <Link
        href={`/r/${room.code}`}
        data-cover=""
        style={coverStyle(track.colour)}
        className="hairline relative isolate flex items-center gap-3.5 overflow-hidden rounded-lg bg-surface-1 p-3.5 text-text-1 before:absolute before:inset-0 before:-z-10 before:bg-[radial-gradient(80%_120%_at_0_0,var(--glow-1),transparent_75%)] before:opacity-80 before:content-['']"
      >
        <Cover track={track} size={56} className="rounded-md" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold" title={room.name}>
            {room.name}
          </span>
          <span className="block truncate text-sm text-text-2">
            {track.title}, {track.artist}
          </span>
          <span className="mt-0.5 flex min-w-0 items-center gap-1.5 text-sm text-text-2">
            <Pulse state="beat" className="-mx-0.5 scale-70 text-accent" />
            <span className="truncate">
              {t('{listening, number} listening, hosted by {hostName}', {
                listening: room.listening,
                hostName: room.hostName,
              })}
            </span>
          </span>
        </span>
      </Link>
    </li>
  )
}
