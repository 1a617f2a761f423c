'use client'
import { useReducedMotion } from 'motion/react'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { MyStats } from '@/lib/stats/schema'

const SHOWN = 8
const SERIES = [
  { key: 'totalLikesGot', label: 'Likes got', colour: 'var(--chart-1)' },
  { key: 'totalLikesGiven', label: 'Likes given', colour: 'var(--chart-2)' },
  { key: 'totalAdded', label: 'Songs added', colour: 'var(--chart-3)' },
] as const

const AXIS = { fill: 'var(--text-3)', fontSize: 11, fontFamily: 'var(--mono)' }

/** The busiest rooms side by side. The table below it says the same in figures. */
export function RoomChart({ rooms }: { rooms: MyStats['rooms'] }) {
  const isStill = useReducedMotion() ?? true
  return (
    <div role="img" aria-label={`Bars of likes got, likes given and songs added in ${rooms.length} rooms`}>
      <ResponsiveContainer width="100%" height={280} initialDimension={{ width: 640, height: 280 }}>
        <BarChart
          data={rooms.slice(0, SHOWN)}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          barGap={2}
          barCategoryGap="24%"
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis
            dataKey="name"
            tick={AXIS}
            tickLine={false}
            axisLine={false}
            interval={0}
            tickFormatter={(name: string) => short(name, rooms.length)}
          />
          <YAxis orientation="right" width={36} tick={AXIS} tickLine={false} axisLine={false} allowDecimals={false} />
          <Tooltip cursor={<Instant />} content={<RoomTip />} isAnimationActive={false} />
          {SERIES.map(({ key, colour }) => (
            <Bar
              key={key}
              dataKey={key}
              fill={colour}
              radius={[4, 4, 0, 0]}
              maxBarSize={28}
              isAnimationActive={!isStill}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

export function ChartLegend() {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-text-2">
      {SERIES.map(({ key, label, colour }) => (
        <span key={key} className="inline-flex items-center gap-[7px]">
          <i aria-hidden="true" className="h-[3px] w-3 rounded-full" style={{ background: colour }} />
          {label}
        </span>
      ))}
    </div>
  )
}

type Place = { x?: number; y?: number; width?: number; height?: number }

/** The crosshair is the line. */
function Instant({ x = 0, y = 0, width = 0, height = 0 }: Place) {
  return <rect x={x + width / 2 - 1} y={y} width={2} height={height} rx={1} fill="var(--accent)" />
}

function RoomTip({ active, payload }: { active?: boolean; payload?: { payload?: MyStats['rooms'][number] }[] }) {
  const room = payload?.[0]?.payload
  if (!active || !room) return null
  return (
    <div className="max-w-64 rounded-md bg-surface-3 px-3 py-2.5 text-sm shadow-2">
      <div className="mb-1 truncate text-text-2">{room.name}</div>
      {SERIES.map(({ key, label }) => (
        <div key={key} className="flex items-center justify-between gap-4">
          <b className="font-medium">{label}</b>
          <span className="mono">{room[key].toLocaleString('en')}</span>
        </div>
      ))}
    </div>
  )
}

/** What fits below a bar: the fewer rooms, the more of the name. */
function short(name: string, rooms: number): string {
  const fits = Math.floor(84 / Math.min(SHOWN, Math.max(2, rooms)))
  return name.length > fits ? `${name.slice(0, fits - 1).trimEnd()}…` : name
}
