import type { CSSProperties } from 'react'
import type { MyStats } from '@/lib/stats/schema'

type Total = { label: string; value: number; note: string; colour: string; bars: number[] }

/** Four numbers; below each how it spreads over the rooms, the busiest first. */
export function TotalsPanel({ stats }: { stats: MyStats }) {
  return (
    <ul className="hairline grid grid-cols-2 overflow-hidden rounded-lg bg-surface-1 sm:rounded-[20px] lg:grid-cols-4">
      {totalsOf(stats).map((total) => (
        <li
          key={total.label}
          style={{ '--k': total.colour } as CSSProperties}
          className="flex min-w-0 flex-col border-l px-4 pt-4 odd:max-lg:border-l-0 max-lg:[&:nth-child(n+3)]:border-t lg:px-6 lg:pt-5 lg:first:border-l-0"
        >
          <h2 className="flex items-center gap-2 text-sm text-text-2">
            <i aria-hidden="true" className="size-2 rounded-full bg-(--k)" />
            {total.label}
          </h2>
          <b className="mt-1 block font-semibold text-[34px] tabular-nums leading-10 tracking-[-0.045em] lg:text-[44px] lg:leading-[52px]">
            {total.value.toLocaleString('en')}
          </b>
          <small className="text-sm text-text-3">{total.note}</small>
          <Bars values={total.bars} />
        </li>
      ))}
    </ul>
  )
}

function totalsOf({ totals, rooms }: MyStats): Total[] {
  const { totalAdded, totalLikesGot, totalLikesGiven } = totals
  const liked = rooms.filter((room) => room.totalLikesGot > 0).length
  const perSong = totalAdded > 0 ? (totalLikesGot / totalAdded).toFixed(1) : null
  const busiest = rooms.map((room) => room.totalAdded + room.totalLikesGot + room.totalLikesGiven)
  return [
    {
      label: 'Likes got',
      value: totalLikesGot,
      note: totalLikesGot > 0 ? `in ${liked} ${liked === 1 ? 'room' : 'rooms'}` : 'none yet',
      colour: 'var(--chart-1)',
      bars: rooms.map((room) => room.totalLikesGot),
    },
    {
      label: 'Likes given',
      value: totalLikesGiven,
      note: givenNote(totalLikesGot, totalLikesGiven),
      colour: 'var(--chart-2)',
      bars: rooms.map((room) => room.totalLikesGiven),
    },
    {
      label: 'Songs added',
      value: totalAdded,
      note: perSong ? `${perSong} likes a song` : 'none yet',
      colour: 'var(--chart-3)',
      bars: rooms.map((room) => room.totalAdded),
    },
    {
      label: 'Rooms',
      value: rooms.length,
      note: rooms[0] ? `busiest in ${busiestRoom(rooms)}` : 'none yet',
      colour: 'var(--chart-4)',
      bars: busiest,
    },
  ]
}

function givenNote(got: number, given: number): string {
  if (given === 0) return 'none yet'
  if (got === 0) return 'and none back yet'
  return `${(given / got).toFixed(1)} for each one got`
}

function busiestRoom(rooms: MyStats['rooms']): string {
  const sum = (room: MyStats['rooms'][number]) => room.totalAdded + room.totalLikesGot + room.totalLikesGiven
  return rooms.reduce((best, room) => (sum(room) > sum(best) ? room : best)).name
}

function Bars({ values }: { values: number[] }) {
  const shown = [...values].sort((a, b) => b - a).slice(0, 14)
  const top = Math.max(1, ...shown)
  return (
    <div aria-hidden="true" className="mt-3 flex h-11 items-end gap-0.5">
      {shown.map((value, index) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: bars without identity
          key={index}
          style={{ height: `${Math.max(4, (value / top) * 90)}%` }}
          className="max-w-5 flex-1 rounded-t-[3px] bg-(--k) opacity-60"
        />
      ))}
    </div>
  )
}
