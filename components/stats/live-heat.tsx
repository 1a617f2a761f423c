'use client'
import type { TrendingItem } from '@/lib/stats/schema'
import { HeatList } from './heat-list'
import { useLive } from './use-live'

/** What the room likes now, and as it changes. */
export function LiveHeat({ code, items }: { code: string; items: TrendingItem[] }) {
  const { value } = useLive<TrendingItem[]>(`/api/rooms/${code}/trending?limit=10`, items)
  return <HeatList items={value} />
}
