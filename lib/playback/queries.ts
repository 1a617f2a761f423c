import { db, Prisma, type Tx } from '@/lib/db'
import { rolesThat } from '@/lib/rooms/rules'
import type { Playback } from './state'
import type { Standing } from './transitions'

/** What playbackOf needs of a room. */
export const playbackSelect = {
  version: true,
  currentQueueId: true,
  isPlaying: true,
  position: true,
  positionAt: true,
} as const satisfies Prisma.RoomSelect

export function playbackOf(room: Prisma.RoomGetPayload<{ select: typeof playbackSelect }>): Playback {
  const { version, currentQueueId: queueId, isPlaying, position: positionMs, positionAt } = room
  return { version, queueId, isPlaying, positionMs, at: positionAt.getTime() }
}

/** A room's playback together with what a transition must know. `now` and `startedAt` are the database's, in ms. */
export type RoomStanding = Standing & {
  roomId: string
  version: number
  isClosed: boolean
  streamId: string | null
  startedAt: number
  now: number
}

/** The standing of each room that exists, in one query. */
export function standings(roomIds: string[], reader: Tx | ReturnType<typeof db> = db()): Promise<RoomStanding[]> {
  return reader.$queryRaw<RoomStanding[]>`${standingSql} WHERE r."id" = ANY(${roomIds}::uuid[])`
}

/** The standing of an open room in which that member may command the music; undefined where one has to look closer. */
export async function standingFor(roomId: string, memberId: string): Promise<RoomStanding | undefined> {
  const [standing] = await db().$queryRaw<RoomStanding[]>`/* named: standing_for */ ${standingSql}
    JOIN "RoomMember" m ON m."id" = ${memberId}::uuid AND m."roomId" = r."id"
    WHERE r."id" = ${roomId}::uuid AND r."closedAt" IS NULL AND m."leftAt" IS NULL AND m."bannedAt" IS NULL
      AND m."role"::text = ANY(${rolesThat('playback:command')})`
  return standing
}

/** The shared clock: Unix time of the database in ms, with fractions. */
export async function databaseNow(): Promise<number> {
  const [row] = await db().$queryRaw<[{ now: number }]>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "now"`
  return row.now
}

const ms = (column: 'r."positionAt"' | 'q."playedAt"') => Prisma.raw(`(extract(epoch FROM ${column}) * 1000)::float8`)

const DATABASE_NOW = Prisma.sql`floor(extract(epoch FROM clock_timestamp()) * 1000)::float8`

const standingSql = Prisma.sql`
    SELECT r."id" AS "roomId", r."version", r."closedAt" IS NOT NULL AS "isClosed",
      r."currentQueueId" AS "queueId", r."isPlaying", r."position" AS "positionMs", ${ms('r."positionAt"')} AS "at",
      coalesce(t."durationMs", 0) AS "durationMs", q."streamId",
      coalesce(${ms('q."playedAt"')}, 0) AS "startedAt", ${DATABASE_NOW} AS "now"
    FROM "Room" r
    LEFT JOIN "RoomQueue" q ON q."id" = r."currentQueueId"
    LEFT JOIN "Stream" s ON s."id" = q."streamId"
    LEFT JOIN "Track" t ON t."id" = s."trackId"`
