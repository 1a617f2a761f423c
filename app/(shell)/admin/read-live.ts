import type { AdminLive } from '@/components/admin/admin-live'
import { roomsNow } from '@/lib/stats/live-rooms'
import { roomTrending, trendingEverywhere } from '@/lib/stats/queries'

const ROOMS = 50
const SONGS = { everywhere: 10, room: 6 }

/** Read anew each time: who watches wants to see a vote move the list. */
export async function readLive(code: string | null): Promise<AdminLive> {
  const [everywhere, rooms] = await Promise.all([trendingEverywhere(SONGS.everywhere), roomsNow(ROOMS)])
  const chosen = rooms.find((room) => room.code === code) ?? rooms[0]
  return {
    everywhere,
    rooms,
    chosen: chosen?.code ?? null,
    inRoom: chosen ? await roomTrending(chosen.id, SONGS.room) : [],
  }
}
