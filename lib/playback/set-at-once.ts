import { db, Prisma } from '@/lib/db'
import { type ItemRow, itemOf, itemSql } from '@/lib/queue/rows'
import type { Outcome } from './apply'
import type { RoomStanding } from './queries'
import type { Transition } from './transitions'

type Setting = Extract<Transition, { kind: 'set' }>

/**
 * Plays, pauses or seeks in one statement, if nothing in the room has changed since its standing was read: rights
 * neither, for each change has its version. Null when something has.
 */
export async function setAtOnce(standing: RoomStanding, setting: Setting): Promise<Outcome | null> {
  const { roomId, queueId } = standing
  const { isPlaying, positionMs } = setting
  const positionAt = new Date(setting.at)
  const [row] = await db().$queryRaw<(ItemRow & { version: number })[]>`/* named: set_playback */
    WITH room AS (
      UPDATE "Room" SET "isPlaying" = ${isPlaying}, "position" = ${positionMs}::int,
        "positionAt" = ${positionAt}::timestamptz, "version" = "version" + 1, "updatedAt" = now()
      WHERE "id" = ${roomId}::uuid AND "version" = ${standing.version}::int AND "closedAt" IS NULL
      RETURNING "version", "currentQueueId"
    )
    SELECT room."version", item.* FROM room
    JOIN LATERAL (${itemSql(Prisma.sql`NULL::uuid`, Prisma.sql`WHERE q."id" = room."currentQueueId"`)}) item ON true`
  if (!row) return null
  const { version, ...item } = row
  const playback = { version, queueId, isPlaying, positionMs, at: positionAt.getTime() }
  return { playback, event: { type: 'playback:changed', version, playback, nowPlaying: itemOf(item) } }
}
