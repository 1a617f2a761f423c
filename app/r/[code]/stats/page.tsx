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
import { roomSnapshot } from '@/lib/rooms/queries'
import { roomStats, roomTrending } from '@/lib/stats/queries'

type Props = { params: Promise<{ code: string }> }

const SHOWN = 10

/** The room for its members. Everyone else is sent to its door, which says why. */
const enter = cache(async (code: string) => {
  const snapshot = await roomSnapshot({ code, viewer: await getViewer() })
  if (!snapshot.ok) redirect(`/r/${code}`)
  return snapshot.value
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await readText()
  const { room } = await enter((await params).code)
  return { title: t('Numbers of {name}', { name: room.name }), robots: { index: false } }
}

export default async function RoomStatsPage({ params }: Props) {
  const t = await readText()
  const { room, nowPlaying } = await enter((await params).code)
  const [stats, trending] = await Promise.all([roomStats(room.id), roomTrending(room.id, SHOWN)])
  const colour = (nowPlaying?.track ?? trending[0]?.track)?.colour
  return (
    <div className="mx-auto min-h-dvh w-full max-w-[1280px] px-4 pb-24 sm:px-6 lg:px-10">
      {colour && <PageColour {...colour} />}
      <nav aria-label={t('Room')} className="-mx-3 flex h-16 items-center">
        <Link href={`/r/${room.code}`} className={buttonLook({ variant: 'ghost' })}>
          <ArrowLeft aria-hidden="true" strokeWidth={1.75} />
          {t('Back to the room')}
        </Link>
      </nav>
      <main>
        <RoomNumbers room={room} stats={stats} trending={trending} />
      </main>
    </div>
  )
}
