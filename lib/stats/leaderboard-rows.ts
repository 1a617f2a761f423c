import { db } from '@/lib/db'

export type Count = { trackId: string; plays: number }

/** The day's counts, the highest first: the first rows of the index. */
export function countsOfDay(date: string, most?: number): Promise<Count[]> {
  return db().trackDailyPlays.findMany({
    where: { day: new Date(date), plays: { gt: 0 } },
    orderBy: [{ plays: 'desc' }, { trackId: 'desc' }],
    ...(most === undefined ? {} : { take: most }),
    select: { trackId: true, plays: true },
  })
}

export function countsOfDays(dates: string[], most: number): Promise<Count[]> {
  return db().$queryRaw<Count[]>`
    SELECT "trackId", sum("plays")::int AS "plays" FROM "TrackDailyPlays"
    WHERE "day" = ANY(${dates}::date[]) AND "plays" > 0
    GROUP BY "trackId" ORDER BY 2 DESC, "trackId" DESC LIMIT ${most}`
}
