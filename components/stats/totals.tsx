import type { CSSProperties } from 'react'
import { useText } from '#text'
import type { Text } from '@/lib/language/text'
import type { MyStats } from '@/lib/stats/schema'

type Total = { label: string; value: number; note: string; colour: string; bars: number[] }

/** Four numbers; below each how it spreads over the rooms, the busiest first. */
export function TotalsPanel({ stats }: { stats: MyStats }) {
  const t = useText()
  return (
    <ul className="hairline grid grid-cols-2 overflow-hidden rounded-lg bg-surface-1 sm:rounded-[20px] lg:grid-cols-4">
      {totalsOf(t, stats).map((total) => (
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
            {total.value.toLocaleString(t.locale)}
          </b>
          <small className="line-clamp-2 text-sm text-text-3 [overflow-wrap:anywhere]" title={total.note}>
            {total.note}
          </small>
          <Bars values={total.bars} />
        </li>
      ))}
    </ul>
  )
}

function totalsOf(t: Text, { totals, rooms }: MyStats): Total[] {
  const { totalAdded, totalLikesGot, totalLikesGiven } = totals
  const liked = rooms.filter((room) => room.totalLikesGot > 0).length
  const perSong = totalAdded > 0 ? t.number(totalLikesGot / totalAdded, 1) : null
  const busiest = rooms.map((room) => room.totalAdded + room.totalLikesGot + room.totalLikesGiven)
  return [
    {
      label: t('Likes got'),
      value: totalLikesGot,
      note: totalLikesGot > 0 ? t('in {liked, plural, one {# room} other {# rooms}}', { liked }) : t('none yet'),
      colour: 'var(--chart-1)',
      bars: rooms.map((room) => room.totalLikesGot),
    },
    {
      label: t('Likes given'),
      value: totalLikesGiven,
      note: givenNote(t, totalLikesGot, totalLikesGiven),
      colour: 'var(--chart-2)',
      bars: rooms.map((room) => room.totalLikesGiven),
    },
    {
      label: t('Songs added'),
      value: totalAdded,
      note: perSong ? t('{count} likes a song', { count: perSong }) : t('none yet'),
      colour: 'var(--chart-3)',
      bars: rooms.map((room) => room.totalAdded),
    },
    {
      label: t('Rooms'),
      value: rooms.length,
      note: rooms[0] ? t('busiest in {room}', { room: busiestRoom(rooms) }) : t('none yet'),
      colour: 'var(--chart-4)',
      bars: busiest,
    },
  ]
}

function givenNote(t: Text, got: number, given: number): string {
  if (given === 0) return t('none yet')
  if (got === 0) return t('and none back yet')
  return t('{count} for each one got', { count: t.number(given / got, 1) })
}

function busiestRoom(rooms: MyStats['rooms']): string {
  const sum = (room: MyStats['rooms'][number]) => room.totalAdded + room.totalLikesGot + room.totalLikesGiven
  return rooms.reduce((best, room) => (sum(room) > sum(best) ? room : best)).name
}

function Bars({ values }: { values: number[] }) {
  const shown = [...values].sort((a, b) => b - a).slice(0, 14)
  const top = Math.max(1, ...shown)
  return (
    <div aria-hidden="true" className="mt-auto flex h-14 flex-none items-end gap-0.5 pt-3">
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
