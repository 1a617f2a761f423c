'use client'
import { useState } from 'react'
import { Segmented } from '@/components/ui/segmented'
import type { MyDay, RoomDay } from '@/lib/stats/schema'
import { ActivityChart, type Series, SeriesLegend } from './activity-chart'
import { Box } from './box'
import { everyDay } from './days'

const RANGES = [
  { value: '7', label: '7 days' },
  { value: '42', label: '6 weeks' },
  { value: '365', label: 'A year' },
] as const

type Range = (typeof RANGES)[number]['value']

const MINE = [
  { key: 'likesGot', label: 'Likes got', colour: 'var(--chart-1)' },
  { key: 'likesGiven', label: 'Likes given', colour: 'var(--chart-2)' },
  { key: 'added', label: 'Songs added', colour: 'var(--chart-3)' },
] as const

const ROOM = [
  { key: 'likes', label: 'Likes', colour: 'var(--chart-1)' },
  { key: 'plays', label: 'Plays', colour: 'var(--chart-2)' },
  { key: 'added', label: 'Songs added', colour: 'var(--chart-3)' },
] as const

/** How a person's numbers came to be, day by day. */
export function MyActivity({ activity, today }: { activity: MyDay[]; today: string }) {
  return (
    <ActivityBox activity={activity} quiet={{ added: 0, likesGot: 0, likesGiven: 0 }} today={today} series={MINE} />
  )
}

/** The same of a room. */
export function RoomActivity({ activity, today }: { activity: RoomDay[]; today: string }) {
  return <ActivityBox activity={activity} quiet={{ added: 0, likes: 0, plays: 0 }} today={today} series={ROOM} />
}

function ActivityBox<Row extends MyDay | RoomDay>({
  activity,
  quiet,
  today,
  series,
}: {
  activity: Row[]
  quiet: Omit<Row, 'day'>
  today: string
  series: readonly Series<string>[]
}) {
  const [range, setRange] = useState<Range>('42')
  const days = everyDay(activity, quiet, today, Number(range))
  return (
    <Box title="Day by day" aside={<Segmented label="Range" value={range} options={RANGES} onChange={setRange} />}>
      <ActivityChart days={days} series={series} />
      <div className="mt-3">
        <SeriesLegend series={series} />
      </div>
    </Box>
  )
}
