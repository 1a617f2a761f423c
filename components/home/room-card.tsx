import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useText } from '#text'
import { buttonLook } from '@/components/ui/button-look'
import { cn } from '@/components/ui/cn'
import { Cover } from '@/components/ui/cover'
import { coverStyle } from '@/components/ui/cover-style'
import { Pulse } from '@/components/ui/pulse'
import { Tag } from '@/components/ui/tag'
import { msg } from '@/lib/language/text'
import type { RoomCard as Room } from '@/lib/rooms/schema'
import { LiveStrip, type Strip } from './live-strip'
import { People } from './people'

const QUIET = { h: 190, c: 0.1, h2: 60 }
const ROLES = { host: msg('You host it'), moderator: msg('You moderate it'), listener: msg('You listen here') }

/** What the card of a playing room shows beyond its row: where the song is, and who hears it. */
export type LiveRoom = { code: string; strip: Strip | null; listeners: { id: string; name: string }[] }

export const isLive = (room: Room): boolean => room.isPlaying && room.nowPlaying !== null

/** One of my rooms in the colour of its song; a playing one is larger and says so. */
export function RoomCard({ room, live: now }: { room: Room; live?: LiveRoom | null }) {
  const t = useText()
  const live = isLive(room)
  return (
    <Link
      href={`/r/${room.code}`}
      data-cover=""
      style={coverStyle(room.nowPlaying?.colour ?? QUIET)}
      className={cn(
        'hairline group relative isolate flex min-h-59 flex-col overflow-hidden rounded-[20px] bg-surface-1 p-5 text-text-1 max-sm:flex-none max-sm:snap-start',
        "before:absolute before:inset-0 before:-z-10 before:content-['']",
        live
          ? 'before:bg-[radial-gradient(70%_110%_at_12%_8%,var(--glow-1),transparent_75%),radial-gradient(50%_80%_at_100%_100%,var(--glow-2),transparent_80%)] max-sm:w-79 sm:max-lg:col-span-full'
          : 'before:bg-[radial-gradient(80%_90%_at_0_0,var(--glow-1),transparent_75%)] before:opacity-80 max-sm:w-55',
      )}
    >
      {live ? <LiveHead room={room} /> : <QuietHead room={room} />}
      {live && now?.strip && <LiveStrip {...now.strip} />}
      <div className="mt-auto flex items-center gap-2.5 pt-4 text-sm text-text-2">
        {live && now && now.listeners.length > 0 ? (
          <>
            <People people={now.listeners} />
            <span>{t('{count} listening', { count: now.listeners.length })}</span>
          </>
        ) : (
          <span>{t('{count, plural, one {# person} other {# people}}', { count: room.members })}</span>
        )}
        {!live && <span className="mono">{room.code}</span>}
        <span className="flex-1" />
        {live ? (
          <span className={buttonLook({ size: 'sm' })}>{t('Go back in')}</span>
        ) : (
          <ArrowRight
            aria-hidden="true"
            strokeWidth={1.75}
            className="size-4 transition-transform duration-[180ms] group-hover:translate-x-0.5"
          />
        )}
      </div>
    </Link>
  )
}

function LiveHead({ room }: { room: Room }) {
  const t = useText()
  return (
    <div className="flex items-start gap-4">
      {room.nowPlaying && <Cover track={room.nowPlaying} size={112} className="rounded-[14px] shadow-2" />}
      <div className="min-w-0 flex-1">
        <Tag variant="accent" className="mb-2.5">
          <Pulse state="beat" className="-mx-0.5 scale-70" />
          {t('Live')}
        </Tag>
        <div className="truncate font-semibold text-[18px] leading-6 tracking-[-0.014em]" title={room.name}>
          {room.name}
        </div>
        <div className="truncate text-text-2">
          {room.nowPlaying?.title}, {room.nowPlaying?.artist}
        </div>
      </div>
    </div>
  )
}

function QuietHead({ room }: { room: Room }) {
  const t = useText()
  return (
    <>
      {room.nowPlaying ? (
        <Cover track={room.nowPlaying} size={72} className="rounded-md" />
      ) : (
        <span className="grid size-18 place-items-center rounded-md bg-surface-2 text-text-3">
          <Pulse className="scale-150" />
        </span>
      )}
      <div className="mt-4 truncate font-semibold text-[18px] leading-6 tracking-[-0.014em]" title={room.name}>
        {room.name}
      </div>
      <div className="truncate text-text-2">
        {room.nowPlaying ? t('Paused at {title}', { title: room.nowPlaying.title }) : t(ROLES[room.role])}
      </div>
    </>
  )
}
