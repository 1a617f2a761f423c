import { titled } from '@/app/_server/titled'
import { getViewer } from '@/app/_server/viewer'
import { Charts } from '@/components/charts/charts'
import { spanFor } from '@/components/charts/spans'
import { OpenFrame } from '@/components/shell/open-frame'
import { msg } from '@/lib/language/text'
import { suitsOf } from '@/lib/preferences/suited'
import { myRooms } from '@/lib/rooms/queries'
import { mostPlayed, mostPlayedInWeek } from '@/lib/stats/leaderboard'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const PLACES = 50

export const generateMetadata = titled(msg('Most played'))

export default async function ChartsPage({ searchParams }: Props) {
  const { of } = await searchParams
  const { span, date, week } = spanFor(of, new Date())
  const viewer = await getViewer()
  const [items, suits, rooms] = await Promise.all([
    week ? mostPlayedInWeek(week, PLACES) : mostPlayed(date, PLACES),
    suitsOf(viewer),
    viewer.kind === 'user' ? myRooms(viewer.userId) : [],
  ])
  // What is hidden keeps its place: the others do not rise by it.
  const ranked = items.map((item, index) => ({ ...item, rank: index + 1 })).filter(({ track }) => suits(track))
  const page = <Charts span={span} items={ranked} rooms={rooms.map(({ code, name }) => ({ code, name }))} />
  return viewer.kind === 'user' ? page : <OpenFrame path="/charts">{page}</OpenFrame>
}
