import { Circle } from 'lucide-react'
import Link from 'next/link'
import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import { Pulse } from '@/components/ui/pulse'
import type { RoomCard } from '@/lib/rooms/schema'
import { navLook } from './nav-look'

const SHOWN = 6

/** The rooms that one is in, those that play first. On the rail only the playing ones have a place. */
export function RoomLinks({ rooms }: { rooms: RoomCard[] }) {
  const t = useText()
  if (rooms.length === 0) return null
  const playing = rooms.filter((room) => room.isPlaying && room.nowPlaying)
  const ordered = [...playing, ...rooms.filter((room) => !playing.includes(room))].slice(0, SHOWN)
  return (
    <>
      <p className="px-2.5 pt-5 pb-1.5 text-text-3 text-xs max-lg:hidden">{t('Your rooms')}</p>
      {ordered.map((room) => (
        <Link
          key={room.id}
          href={`/r/${room.code}`}
          title={room.name}
          className={cn(navLook, !playing.includes(room) && 'text-text-3 max-lg:hidden')}
        >
          {playing.includes(room) ? (
            <Pulse state="beat" className="text-accent" />
          ) : (
            <Circle aria-hidden="true" strokeWidth={1.75} className="size-4.5 flex-none" />
          )}
          <span className="min-w-0 flex-1 truncate max-lg:sr-only">{room.name}</span>
          {playing.includes(room) && <span className="sr-only">{t('plays now')}</span>}
        </Link>
      ))}
    </>
  )
}
