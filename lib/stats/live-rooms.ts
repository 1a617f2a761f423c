import type { TrackSummary } from '@/lib/catalog/track'
import { trackSelect, trackSummary } from '@/lib/catalog/track-view'
import { db } from '@/lib/db'
import { LISTENING_MS } from '@/lib/rooms/place'

/** An open room as admins see it. */
export type RoomNow = {
  id: string
  code: string
  name: string
  isPublic: boolean
  isPlaying: boolean
  /** How many people have a connected browser. */
  listening: number
  nowPlaying: TrackSummary | null
}

/** The open rooms, those first that most people listen to. For admins: private rooms are among them. */
export async function roomsNow(limit: number): Promise<RoomNow[]> {
  const counted = await db().$queryRaw<{ id: string; listening: number }[]>`
    SELECT r."id", coalesce(here."listening", 0)::int AS "listening"
    FROM "Room" r LEFT JOIN (
      SELECT "roomId", count(*) AS "listening" FROM "RoomMember"
      WHERE least("lastSeenAt", "lastHeardAt") > clock_timestamp() - ${LISTENING_MS}::int * interval '1 ms'
        AND "leftAt" IS NULL AND "bannedAt" IS NULL GROUP BY 1
    ) here ON here."roomId" = r."id"
    WHERE r."closedAt" IS NULL
    ORDER BY coalesce(here."listening", 0) DESC, r."isPlaying" DESC, r."updatedAt" DESC, r."id" LIMIT ${limit}`
  const rooms = await db().room.findMany({ where: { id: { in: counted.map(({ id }) => id) } }, select })
  const byId = new Map(rooms.map((room) => [room.id, room]))
  return counted.flatMap(({ id, listening }) => {
    const room = byId.get(id)
    if (!room) return []
    const { nowPlaying, ...rest } = room
    return [{ ...rest, listening, nowPlaying: nowPlaying && trackSummary(nowPlaying.stream.track) }]
  })
}

const select = {
  id: true,
  code: true,
  name: true,
  isPublic: true,
  isPlaying: true,
  nowPlaying: { select: { stream: { select: { track: { select: trackSelect } } } } },
} as const
