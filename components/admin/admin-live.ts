import type { RoomNow } from '@/lib/stats/live-rooms'
import type { TrackTrendingItem, TrendingItem } from '@/lib/stats/schema'

/** What the panels show, at one moment. */
export type AdminLive = {
  everywhere: TrackTrendingItem[]
  rooms: RoomNow[]
  /** The code of the room beside, and what trends there. */
  chosen: string | null
  inRoom: TrendingItem[]
}
