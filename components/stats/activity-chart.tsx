'use client'
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useText } from '#text'
import type { Text } from '@/lib/language/text'
import { dayText } from './days'

/** `label` is English. */
export type Series<Key extends string> = { key: Key; label: string; colour: string }
type Point = { day: string; [key: string]: string | number }

const AXIS = { fill: 'var(--text-3)', fontSize: 11, fontFamily: 'var(--mono)' }

/** Numbers day by day. The first series is filled; the others differ in lightness as well as colour. */
export function ActivityChart({
  days,
  series,
  height = 280,
}: {
  days: Point[]
  series: readonly Series<string>[]
  height?: number
}) {
  const t = useText()
  return (
    // Until it is measured the chart is as wide as a tablet: on a phone it may not widen the page.
    <div role="img" aria-label={spoken(t, days, series)} className="overflow-x-clip">
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
        <AreaChart data={days} margin={{ top: 8, right: 0, bottom: 0, left: 20 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis
            dataKey="day"
            tick={AXIS}
            tickLine={false}
            axisLine={false}
            minTickGap={48}
            tickFormatter={(day: string) => dayText(t, day)}
          />
          <YAxis orientation="right" width={36} tick={AXIS} tickLine={false} axisLine={false} allowDecimals={false} />
          <Tooltip
            cursor={{ stroke: 'var(--accent)', strokeWidth: 2 }}
            content={<DayTip series={series} />}
            isAnimationActive={false}
          />
          {series.map(({ key, colour }, index) => (
            <Area
              key={key}
              type="monotone"
              dataKey={key}
              stroke={colour}
              strokeWidth={index === 0 ? 2 : 1.75}
              fill={index === 0 ? colour : 'none'}
              fillOpacity={0.12}
              dot={false}
              activeDot={{ r: 5, fill: colour, stroke: 'var(--surface-1)', strokeWidth: 3 }}
              isAnimationActive={false}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
    </div>
  )
}

export function SeriesLegend({ series }: { series: readonly Series<string>[] }) {
  const t = useText()
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-text-2">
      {series.map(({ key, label, colour }) => (
        <span key={key} className="inline-flex items-center gap-[7px]">
          <i aria-hidden="true" className="h-[3px] w-3 rounded-full" style={{ background: colour }} />
          {t(label)}
        </span>
      ))}
    </div>
  )
}

type TipProps = { active?: boolean; payload?: { payload?: Record<string, string | number> }[] }

function DayTip({ active, payload, series }: TipProps & { series: readonly Series<string>[] }) {
  const t = useText()
  const point = payload?.[0]?.payload
  if (!active || !point) return null
  return (
    <div className="rounded-md bg-surface-3 px-3 py-2.5 text-sm shadow-2">
      <div className="mb-1 text-text-2">{dayText(t, String(point.day), true)}</div>
      {series.map(({ key, label }) => (
        <div key={key} className="flex items-center justify-between gap-4">
          <b className="font-medium">{t(label)}</b>
          <span className="mono">{Number(point[key]).toLocaleString(t.locale)}</span>
        </div>
      ))}
    </div>
  )
}

function spoken(t: Text, days: Point[], series: readonly Series<string>[]): string {
  const sums = series.map(({ key, label }) => `${t(label)}: ${days.reduce((sum, day) => sum + Number(day[key]), 0)}`)
  return t('The last {count} days. {sums}.', { count: days.length, sums: sums.join(', ') })
}
