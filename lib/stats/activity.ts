import { trackSelect, trackSummary } from '@/lib/catalog/track-view'
import { db } from '@/lib/db'
import { dayOf } from './records'
import type { MyDay, RoomDay, RoomStats } from './schema'

const YEAR = 366
const TOP = 10

/** The person's days over all rooms, the latest first: one range of the primary key, summed up by day here. */
export async function myActivity(personId: string, days = YEAR): Promise<MyDay[]> {
  const rows = await db().userDailyStats.findMany({
    where: { userId: personId, day: { gt: daysAgo(days) } },
    orderBy: { day: 'desc' },
    select: { day: true, added: true, likesGot: true, likesGiven: true },
  })
  const byDay = new Map<string, MyDay>()
  for (const row of rows) {
    const day = dayOf(row.day)
    const sum = byDay.get(day) ?? { day, added: 0, likesGot: 0, likesGiven: 0 }
    sum.added += row.added
    sum.likesGot += row.likesGot
    sum.likesGiven += row.likesGiven
    byDay.set(day, sum)
  }
  return [...byDay.values()].filter(({ added, likesGot, likesGiven }) => added + likesGot + likesGiven > 0)
}

/** The room's days, the latest first: one range of the primary key. */
export async function roomActivity(roomId: string, days = YEAR): Promise<RoomDay[]> {
  const rows = await db().roomDailyStats.findMany({
    where: {
      roomId,
      day: { gt: daysAgo(days) },
      OR: [{ added: { gt: 0 } }, { likes: { gt: 0 } }, { plays: { gt: 0 } }],
    },
    orderBy: { day: 'desc' },
    select: { day: true, added: true, likes: true, plays: true },
  })
  return rows.map((row) => ({ ...row, day: dayOf(row.day) }))
}

/**
 * Of what waits and of what has been on. The room's rows are one range of the queue's index, in which turns come before
 * votes: the most votes are picked out of it, since an index of their own would cost every like a little more.
 */
export async function mostVoted(roomId: string): Promise<RoomStats['topSongs']> {
  const rows = await db().roomQueue.findMany({
    where: { roomId, votes: { gt: 0 } },
    orderBy: [{ votes: 'desc' }, { order: 'asc' }],
    take: TOP,
    select: { streamId: true, votes: true, stream: { select: { track: { select: trackSelect } } } },
  })
  return rows.map(({ streamId, votes, stream }) => ({ streamId, votes, track: trackSummary(stream.track) }))
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
