'use client'
import { useState } from 'react'
import { useText } from '#text'
import { Segmented } from '@/components/ui/segmented'
import { msg } from '@/lib/language/text'
import type { MyDay, RoomDay } from '@/lib/stats/schema'
import { ActivityChart, type Series, SeriesLegend } from './activity-chart'
import { Box } from './box'
import { everyDay } from './days'

const RANGES = [
  { value: '7', label: msg('7 days') },
  { value: '42', label: msg('6 weeks') },
  { value: '365', label: msg('A year') },
] as const

type Range = (typeof RANGES)[number]['value']

const MINE = [
  { key: 'likesGot', label: msg('Likes got'), colour: 'var(--chart-1)' },
  { key: 'likesGiven', label: msg('Likes given'), colour: 'var(--chart-2)' },
  { key: 'added', label: msg('Songs added'), colour: 'var(--chart-3)' },
] as const

const ROOM = [
  { key: 'likes', label: msg('Likes'), colour: 'var(--chart-1)' },
  { key: 'plays', label: msg('Plays'), colour: 'var(--chart-2)' },
  { key: 'added', label: msg('Songs added'), colour: 'var(--chart-3)' },
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
  const t = useText()
  const [range, setRange] = useState<Range>('42')
  const days = everyDay(activity, quiet, today, Number(range))
  return (
    <Box
      title={t('Day by day')}
      aside={
        <Segmented
          label={t('Range')}
          value={range}
          options={RANGES.map(({ value, label }) => ({ value, label: t(label) }))}
          onChange={setRange}
        />
      }
    >
      <ActivityChart days={days} series={series} />
      <div className="mt-3">
        <SeriesLegend series={series} />
      </div>
    </Box>
  )
}
