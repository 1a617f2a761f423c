import { trackSelect, trackSummary } from '@/lib/catalog/track-view'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { redis } from '@/lib/redis'
import { type Count, countsOfDay, countsOfDays } from './leaderboard-rows'
import { topOfDay, topOfWeek } from './leaderboard-sets'
import type { LeaderboardItem } from './schema'
import { daysOfWeek } from './week'

/** The songs that most listeners heard on a day (`2026-11-20`, UTC). Among equals the higher id, as Redis has it. */
export async function mostPlayed(date: string, limit: number): Promise<LeaderboardItem[]> {
  const fromSets = (most: number) => topOfDay(date, most)
  return withTracks(await topOf(fromSets, (most) => countsOfDay(date, most), limit), limit)
}

/** The same of a week (`2026-W47`, from Monday). */
export async function mostPlayedInWeek(week: string, limit: number): Promise<LeaderboardItem[]> {
  const days = daysOfWeek(week)
  const fromSets = (most: number) => topOfWeek(week, days, most)
  return withTracks(await topOf(fromSets, (most) => countsOfDays(days, most), limit), limit)
}

type Top = (most: number) => Promise<Count[]>

/** Songs that were taken down are left out afterwards, so some more are read. */
const SPARE = 50

async function topOf(fromSets: Top, fromDatabase: Top, limit: number): Promise<Count[]> {
  if (!redis()) return fromDatabase(limit + SPARE)
  try {
    return await fromSets(limit + SPARE)
  } catch (error) {
    log.debug({ err: error }, 'The leaderboard comes from the database')
    return fromDatabase(limit + SPARE)
  }
}

async function withTracks(counts: Count[], limit: number): Promise<LeaderboardItem[]> {
  const tracks = await db().track.findMany({
    where: { id: { in: counts.map(({ trackId }) => trackId) }, NOT: { song: { is: { status: 'blocked' } } } },
    select: trackSelect,
  })
  const byId = new Map(tracks.map((track) => [track.id, trackSummary(track)]))
  const items = counts.flatMap(({ plays, trackId }) => {
    const track = byId.get(trackId)
    return track ? [{ plays, track }] : []
  })
  return items.slice(0, limit)
}
