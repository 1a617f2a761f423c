import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getViewer } from '@/app/_server/viewer'
import { withNext } from '@/components/auth/next-path'
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
  const [viewer, query] = await Promise.all([getViewer(), searchParams])
  const opensDialog = query.open !== undefined
  if (viewer.kind !== 'user') {
    // Rooms are opened by accounts.
    if (opensDialog) redirect(withNext('/register', '/?open'))
    return <Landing />
  }
  const rooms = await myRooms(viewer.userId)
  const [live, shelves] = await Promise.all([liveRoom(rooms, viewer), readHome(viewer.userId, rooms)])
  return <Home rooms={rooms} live={live} shelves={shelves} opensDialog={opensDialog} />
}
