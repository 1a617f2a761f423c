import { dateText } from '@/lib/date-text'
import { db } from '@/lib/db'
import { createPlaylist } from '@/lib/playlists/mutations'
import { MOST_AT_ONCE, type PlaylistCard } from '@/lib/playlists/schema'
import { type Result, refuse } from '@/lib/result'
import { readCode } from './code'
import { BANNED, NOT_MEMBER, ROOM_NOT_FOUND } from './place'

/**
 * Makes a playlist of what has been on in the room, in that order, each song once: also when the room is closed, and
 * of the last songs when there were more than a request adds. Refuses `room_not_found`, `not_member`, `banned`,
 * `nothing_to_play`, and as createPlaylist does.
 */
export async function saveSession({ code, userId }: { code: string; userId: string }): Promise<Result<PlaylistCard>> {
  const room = await db().room.findUnique({
    where: { code: readCode(code) ?? '' },
    select: {
      id: true,
      name: true,
      members: { where: { userId }, select: { bannedAt: true } },
    },
  })
  if (!room) return ROOM_NOT_FOUND
  const [member] = room.members
  if (!member) return NOT_MEMBER
  if (member.bannedAt) return BANNED
  const played = await db().roomQueue.findMany({
    where: { roomId: room.id, isPlayed: true },
    orderBy: { playedAt: 'desc' },
    take: MOST_AT_ONCE,
    select: { playedAt: true, stream: { select: { trackId: true } } },
  })
  const [last] = played
  if (!last) return refuse('nothing_to_play', 'Nothing has been on in this room yet.')
  const trackIds = [...new Set(played.toReversed().map(({ stream }) => stream.trackId))]
  return createPlaylist({
    userId,
    name: sessionName(room.name, last.playedAt ?? new Date()),
    isPublic: false,
    trackIds,
  })
}

/** "Friday kitchen, 25 Nov 2026". */
function sessionName(room: string, at: Date): string {
  return `${room.replace(/\p{Cc}+/gu, ' ')}, ${dateText('en-GB', at)}`
}
