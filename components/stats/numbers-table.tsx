'use client'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { useText } from '#text'
import { Avatar } from '@/components/ui/avatar'
import { Since } from '@/components/ui/since'
import { msg } from '@/lib/language/text'
import { nextSort, type Sort, type Sortable, type SortKey, sorted } from './sort'
import { SortHead } from './sort-head'
import { Split } from './split'

export type NumbersRow = Sortable & {
  id: string
  /** Where the row leads; a person's row leads nowhere and has a face. */
  href?: string
}

const sum = (row: NumbersRow) => row.totalAdded + row.totalLikesGot + row.totalLikesGiven
const cell = 'border-t py-2.5 pr-3 align-middle last:pr-0'
const COLUMNS = [
  { key: 'totalAdded', label: msg('Added') },
  { key: 'totalLikesGot', label: msg('Got') },
  { key: 'totalLikesGiven', label: msg('Given') },
] as const satisfies { key: SortKey; label: string }[]

/** One row a room or person, with what it is made of as a bar. The heads sort it. */
export function NumbersTable({ of, caption, rows }: { of: string; caption: string; rows: NumbersRow[] }) {
  const t = useText()
  const [sort, setSort] = useState<Sort | null>(null)
  const most = Math.max(1, ...rows.map(sum))
  const head = (key: SortKey, label: ReactNode, className?: string) => (
    <SortHead
      key={key}
      label={label}
      className={className}
      isDown={sort?.key === key ? sort.isDown : null}
      onSort={() => setSort(nextSort(sort ?? { key: 'lastUpdated', isDown: true }, key))}
    />
  )
  return (
    <table className="w-full border-collapse tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {head('name', of)}
          <td className="w-[34%] pr-3 pb-2.5 max-sm:hidden" />
          {COLUMNS.map(({ key, label }) => head(key, t(label), 'text-right'))}
        </tr>
      </thead>
      <tbody>
        {(sort ? sorted(rows, sort) : rows).map((row) => (
          <tr key={row.id}>
            <th scope="row" className={`${cell} max-w-0 text-left font-normal max-sm:w-full sm:w-[38%]`}>
              <Name row={row} />
            </th>
            <td className={`${cell} max-sm:hidden`}>
              <Split totals={row} share={sum(row) / most} />
            </td>
            {COLUMNS.map(({ key }) => (
              <td key={key} className={`${cell} mono text-right`}>
                {row[key].toLocaleString(t.locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Name({ row }: { row: NumbersRow }) {
  const words = (
    <span className="block min-w-0">
      <span className="block truncate font-medium" title={row.name}>
        {row.name}
      </span>
      <span className="text-sm text-text-3">
        <Since iso={row.lastUpdated} />
      </span>
    </span>
  )
  if (row.href)
    return (
      <Link href={row.href} className="-my-1 block min-w-0 rounded-sm py-1">
        {words}
      </Link>
    )
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar id={row.id} name={row.name} />
      {words}
    </span>
  )
}
