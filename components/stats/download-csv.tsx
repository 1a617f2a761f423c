'use client'
import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { MyStats } from '@/lib/stats/schema'

/** The table as a file, made in the browser from what is shown. */
export function DownloadCsv({ rooms }: { rooms: MyStats['rooms'] }) {
  const download = () => {
    const url = URL.createObjectURL(new Blob([csvOf(rooms)], { type: 'text/csv;charset=utf-8' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: 'earshot-numbers.csv' })
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Button variant="line" onClick={download} className="max-sm:hidden">
      <Download aria-hidden="true" strokeWidth={1.75} />
      CSV
    </Button>
  )
}

export function csvOf(rooms: MyStats['rooms']): string {
  const lines = rooms.map((room) =>
    [room.name, room.code, room.totalAdded, room.totalLikesGot, room.totalLikesGiven, room.lastUpdated].map(quoted),
  )
  return [['room', 'code', 'added', 'likes got', 'likes given', 'last change'], ...lines]
    .map((line) => line.join(','))
    .join('\r\n')
}

/** A spreadsheet runs a cell that begins like a formula, and anybody can name a room. */
function quoted(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}
