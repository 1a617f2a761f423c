import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/viewer'
import { Home } from '@/components/home/home'
import { Landing } from '@/components/home/landing'
import { newTracks } from '@/lib/catalog/queries'
import { myRooms } from '@/lib/rooms/queries'
import { mostPlayed } from '@/lib/stats/leaderboard'
import { leaderboardInput } from '@/lib/stats/schema'
import { liveRoom } from './live-room'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return (await getViewer()).kind === 'user' ? { title: 'Home' } : {}
}

export default async function HomePage({ searchParams }: Props) {
  const viewer = await getViewer()
  if (viewer.kind !== 'user') return <Landing />
  const today = leaderboardInput.parse({ limit: 6 })
  const [rooms, fresh, played, query] = await Promise.all([
    myRooms(viewer.userId),
    newTracks({ sort: 'new', limit: 12 }),
    mostPlayed(today.date, today.limit),
    searchParams,
  ])
  return (
    <Home
      rooms={rooms}
      fresh={fresh.ok ? fresh.value.items : []}
      live={await liveRoom(rooms, viewer)}
      played={played}
      opensDialog={query.open !== undefined}
    />
  )
}
