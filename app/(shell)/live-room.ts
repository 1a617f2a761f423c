import { isLive, type LiveRoom } from '@/components/home/room-card'
import type { Viewer } from '@/lib/auth/viewer'
import { song } from '@/lib/cache/kinds/song'
import { cached } from '@/lib/cache/read'
import { positionAt } from '@/lib/playback/state'
import { roomSnapshot } from '@/lib/rooms/queries'
import type { RoomCard } from '@/lib/rooms/schema'

/** Where the song is and who hears it, for the first of my rooms that plays. */
export async function liveRoom(rooms: RoomCard[], viewer: Viewer): Promise<LiveRoom | null> {
  const room = rooms.find(isLive)
  if (!room?.nowPlaying) return null
  const { id, durationMs } = room.nowPlaying
  const [snapshot, track] = await Promise.all([roomSnapshot({ code: room.code, viewer }), cached(song, id)])
  // Left or closed between the two reads: the next load knows.
  if (!snapshot.ok || !track.ok) return null
  const { playback, members, listening } = snapshot.value
  const positionMs = positionAt(playback, Date.now())
  return {
    code: room.code,
    strip: track.value.peaks.length > 0 ? { peaks: track.value.peaks, positionMs, durationMs } : null,
    listeners: members
      .filter((member) => listening.includes(member.memberId))
      .map(({ memberId, displayName }) => ({ id: memberId, name: displayName })),
  }
}
