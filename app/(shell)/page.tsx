import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/viewer'
import { Home } from '@/components/home/home'
import { Landing } from '@/components/home/landing'
import { readText } from '@/components/language/read-text'
import { myRooms } from '@/lib/rooms/queries'
import { liveRoom } from './live-room'
import { readHome } from './read-home'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText()
  return (await getViewer()).kind === 'user' ? { title: t('Home') } : {}
}

export default async function HomePage({ searchParams }: Props) {
  const viewer = await getViewer()
  if (viewer.kind !== 'user') return <Landing />
  const [rooms, query] = await Promise.all([myRooms(viewer.userId), searchParams])
  const [live, shelves] = await Promise.all([liveRoom(rooms, viewer), readHome(viewer.userId, rooms)])
  return <Home rooms={rooms} live={live} shelves={shelves} opensDialog={query.open !== undefined} />
}
