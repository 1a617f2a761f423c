import type { Viewer } from '@/lib/auth/viewer'
import { personIdOf } from '@/lib/auth/viewer'
import { db, Prisma } from '@/lib/db'
import { heatSql } from '@/lib/stats/sql'
import type { TrackNumbers, TrackPlace } from './track'

const DAYS = 366
/** A song that is everywhere is looked for among its latest adds only. */
const LATEST_ADDS = 2000
const PLACES = 8

/** How hot it is over all rooms, and its plays day by day: two reads by key. */
export async function trackNumbers(trackId: string): Promise<TrackNumbers> {
  const [heat, days] = await Promise.all([
    db().$queryRaw<{ heat: number }[]>`
      SELECT ${heatSql(Prisma.sql`"trendingScore"`, Prisma.sql`now()`, 'everywhere')} AS heat
      FROM "TrackTrending" WHERE "trackId" = ${trackId}::uuid AND "trendingScore" IS NOT NULL`,
    db().trackDailyPlays.findMany({
      where: { trackId },
      orderBy: { day: 'desc' },
      take: DAYS,
      select: { day: true, plays: true },
    }),
  ])
  return {
    heat: heat[0]?.heat ?? 0,
    plays: days.reduce((sum, { plays }) => sum + plays, 0),
    days: days.map(({ day, plays }) => ({ day: day.toISOString().slice(0, 10), plays })),
  }
}

/**
 * The open rooms that have had the song, and who put it there last: public ones, and those that the viewer is in.
 * Nothing of other rooms leaves the database, and nothing of rooms that the viewer was banned from.
 */
export async function trackPlaces(trackId: string, viewer: Viewer): Promise<TrackPlace[]> {
  const rows = await db().$queryRaw<(Omit<TrackPlace, 'at'> & { at: Date })[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (r.id) r.code, r.name, m."displayName" AS "addedBy", added."createdAt" AS at,
        mine.id IS NOT NULL AND mine."leftAt" IS NULL AS "isMine"
      FROM (
        SELECT * FROM "Stream" WHERE "trackId" = ${trackId}::uuid AND "removedAt" IS NULL
        ORDER BY "createdAt" DESC LIMIT ${LATEST_ADDS}
      ) added
      JOIN "Room" r ON r.id = added."roomId" AND r."closedAt" IS NULL
      JOIN "RoomMember" m ON m.id = added."addedBy"
      LEFT JOIN "RoomMember" mine ON mine."roomId" = r.id AND mine."personId" = ${personIdOf(viewer)}::uuid
      WHERE mine."bannedAt" IS NULL AND (r."isPublic" OR (mine.id IS NOT NULL AND mine."leftAt" IS NULL))
      ORDER BY r.id, added."createdAt" DESC
    ) place ORDER BY at DESC LIMIT ${PLACES}`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
