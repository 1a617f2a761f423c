import Link from 'next/link'
import type { CSSProperties } from 'react'
import { Since } from '@/components/ui/since'
import type { MyStats } from '@/lib/stats/schema'

type Row = MyStats['rooms'][number]

const sum = (room: Row) => room.totalAdded + room.totalLikesGot + room.totalLikesGiven
const cell = 'border-t py-2.5 pr-3 align-middle last:pr-0'
const head = 'whitespace-nowrap pr-3 pb-2.5 text-left font-normal text-text-3 text-xs last:pr-0'

/** One row a room, with what it is made of as a bar. */
export function RoomTable({ rooms }: { rooms: Row[] }) {
  const most = Math.max(1, ...rooms.map(sum))
  return (
    <table className="w-full border-collapse tabular-nums">
      <thead>
        <tr>
          <th scope="col" className={head}>
            Room
          </th>
          <th scope="col" className={`${head} w-[34%] max-sm:hidden`}>
            <span className="sr-only">Share</span>
          </th>
          {['Added', 'Got', 'Given'].map((label) => (
            <th key={label} scope="col" className={`${head} text-right`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rooms.map((room) => (
          <tr key={room.code}>
            <td className={`${cell} max-w-0 max-sm:w-full sm:w-[38%]`}>
              <Link href={`/r/${room.code}`} className="-my-1 block min-w-0 rounded-sm py-1">
                <span className="block truncate font-medium" title={room.name}>
                  {room.name}
                </span>
                <span className="text-sm text-text-3">
                  <Since iso={room.lastUpdated} />
                </span>
              </Link>
            </td>
            <td className={`${cell} max-sm:hidden`}>
              <Split room={room} share={sum(room) / most} />
            </td>
            <td className={`${cell} mono text-right`}>{room.totalAdded.toLocaleString('en')}</td>
            <td className={`${cell} mono text-right`}>{room.totalLikesGot.toLocaleString('en')}</td>
            <td className={`${cell} mono text-right`}>{room.totalLikesGiven.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Split({ room, share }: { room: Row; share: number }) {
  const parts = [
    { value: room.totalAdded, colour: 'var(--chart-3)' },
    { value: room.totalLikesGot, colour: 'var(--chart-1)' },
    { value: room.totalLikesGiven, colour: 'var(--chart-2)' },
  ]
  return (
    <span
      role="img"
      aria-label={`${room.totalAdded} added, ${room.totalLikesGot} likes got, ${room.totalLikesGiven} likes given`}
      style={{ width: `${share * 100}%` }}
      className="flex h-2 min-w-6 gap-0.5"
    >
      {parts
        .filter((part) => part.value > 0)
        .map((part) => (
          <i
            key={part.colour}
            style={{ '--v': part.value, background: part.colour } as CSSProperties}
            className="h-2 flex-[var(--v)] rounded-[2px]"
          />
        ))}
    </span>
  )
}
