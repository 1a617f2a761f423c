'use client'

import { ExternalLink } from 'lucide-react'
import { use } from 'react'
import { useText } from '#text'
import { ListFailed } from '@/components/room/list-failed'
import { useRoomContext } from '@/components/room/room-context'
import { roomList } from '@/components/room/room-list'
import { hasNoNumbers, NoNumbers, RoomCharts, RoomCsv } from '@/components/stats/room-numbers'
import { buttonLook } from '@/components/ui/button-look'
import type { RoomStats, TrendingItem } from '@/lib/stats/schema'

type Props = { room: { code: string; name: string }; stamp: string; onRetry: () => void }

export function NumbersBody({ room, stamp, onRetry }: Props) {
  const t = useText()
  const { returns } = useRoomContext()
  // Both are asked for before either is waited for.
  const [asked, askedHeat] = [
    roomList<RoomStats>(room.code, 'stats', stamp, returns),
    roomList<TrendingItem[]>(room.code, 'trending', stamp, returns),
  ]
  const [stats, heat] = [use(asked), use(askedHeat)]
  if (!stats.ok) return <ListFailed message={stats.refusal.message} onRetry={onRetry} />
  if (hasNoNumbers(stats.value)) return <NoNumbers />
  return (
    // Whole, and scrolled: as an item of the dialog's column it would be squeezed.
    <div className="flex-none">
      <RoomCharts room={room} stats={stats.value} trending={heat.ok ? heat.value.slice(0, 10) : []} />
      <footer className="mt-5 flex flex-wrap justify-end gap-2">
        <a
          href={`/r/${room.code}/stats`}
          target="_blank"
          rel="noopener"
          className={buttonLook({ variant: 'ghost', size: 'sm' })}
        >
          <ExternalLink aria-hidden="true" strokeWidth={1.75} />
          {t('Open as a page')}
        </a>
        <RoomCsv code={room.code} stats={stats.value} />
      </footer>
    </div>
  )
}
