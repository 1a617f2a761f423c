import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { getViewer } from '@/app/_server/viewer'
import { readText } from '@/components/language/read-text'
import { RoomNumbers } from '@/components/stats/room-numbers'
import { buttonLook } from '@/components/ui/button-look'
import { PageColour } from '@/components/ui/page-colour'
import { endedRoom, roomSnapshot } from '@/lib/rooms/queries'
import { roomStats, roomTrending } from '@/lib/stats/queries'

type Props = { params: Promise<{ code: string }> }

const SHOWN = 10

/** The room for its members, also once it has ended. Everyone else is sent to its door, which says why. */
const enter = cache(async (code: string) => {
  const viewer = await getViewer()
  const snapshot = await roomSnapshot({ code, viewer })
  if (snapshot.ok) return { ...snapshot.value, isOver: false }
  const room = await endedRoom({ code, viewer })
  if (!room) redirect(`/r/${code}`)
  return { room, nowPlaying: null, isOver: true }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await readText()
  const { room } = await enter((await params).code)
  return { title: t('Numbers of {name}', { name: room.name }), robots: { index: false } }
}

export default async function RoomStatsPage({ params }: Props) {
  const t = await readText()
  const { room, nowPlaying, isOver } = await enter((await params).code)
  const [stats, trending] = await Promise.all([roomStats(room.id), roomTrending(room.id, SHOWN)])
  const colour = (nowPlaying?.track ?? trending[0]?.track)?.colour
  return (
    <div className="mx-auto min-h-dvh w-full max-w-[1280px] px-4 pb-24 sm:px-6 lg:px-10">
      {colour && <PageColour {...colour} />}
      <nav aria-label={t('Room')} className="-mx-3 flex h-16 items-center">
        <Link href={isOver ? '/' : `/r/${room.code}`} className={buttonLook({ variant: 'ghost' })}>
          <ArrowLeft aria-hidden="true" strokeWidth={1.75} />
          {isOver ? t('Back to the start') : t('Back to the room')}
        </Link>
      </nav>
      <main>
        <RoomNumbers room={room} stats={stats} trending={isOver ? null : trending} />
      </main>
    </div>
  )
}
