import { clockText } from '@/lib/clock-text'
import type { Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { Place } from '@/lib/rooms/place'
import { can } from '@/lib/rooms/rules'

type Song = { id: string; durationMs: number }

/**
 * The room's limits, under the lock of its row: adds at the same moment don't pass them together.
 * Refuses `too_long`, `too_many_waiting`, `played_lately`.
 */
export async function checkLimits(
  tx: Tx,
  { roomId, memberId, role, settings }: Place,
  { id: trackId, durationMs }: Song,
): Promise<Result<void>> {
  if (can(role, 'queue:beyond-limits')) return ok(undefined)
  const { maxMinutes, maxWaiting, noRepeat } = settings
  if (maxMinutes && durationMs > maxMinutes * 60_000) {
    return refuse(
      'too_long',
      // Up to the second, so that it is never said to be as long as what fits.
      `That is ${clockText(durationMs + 999)} long. The room takes up to ${counted(maxMinutes, 'minute')}.`,
    )
  }
  if (maxWaiting) {
    const waiting = await tx.roomQueue.count({ where: { roomId, isPlayed: false, addedBy: memberId } })
    if (waiting >= maxWaiting)
      return refuse('too_many_waiting', `You have ${counted(waiting, 'song')} waiting. One plays first.`)
  }
  if (noRepeat && (await wasOnLately(tx, roomId, trackId, noRepeat)))
    return refuse('played_lately', `This was on lately. It can come back after ${counted(noRepeat, 'other song')}.`)
  return ok(undefined)
}

/** Whether the song is among the last `count` that were on, the one that is on now with them. */
async function wasOnLately(tx: Tx, roomId: string, trackId: string, count: number): Promise<boolean> {
  const played = await tx.roomQueue.findMany({
    where: { roomId, isPlayed: true },
    orderBy: { playedAt: 'desc' },
    take: count,
    select: { stream: { select: { trackId: true } } },
  })
  return played.some(({ stream }) => stream.trackId === trackId)
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
