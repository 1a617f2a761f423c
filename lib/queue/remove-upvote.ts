import { db, type Tx } from '@/lib/db'
import { bumpVersion, lockPlace } from '@/lib/rooms/place'
import { takeFromDays } from '@/lib/stats/days'
import { takeFromEverywhere } from '@/lib/stats/everywhere'
import { rebuildTrending } from '@/lib/stats/rebuild'

import { type RemovalRow, removeUpvoteSql } from './remove-upvote-sql'
import type { VoteIds } from './upvote-sql'

/** Null when the member may not vote for the stream. */
export async function deleteUpvote(ids: VoteIds): Promise<Omit<RemovalRow, 'isVoted'> | null> {
  const [vote] = await db().$queryRaw<RemovalRow[]>(removeUpvoteSql(ids))
  if (!vote?.isVoted) return vote ?? null
  // Null when somebody was quicker or the song has gone meanwhile: the next look says which.
  return (await deleteRebuilding(ids)) ?? deleteUpvote(ids)
}

/** For a vote that is nearly all of the song's score: what is left can't be told by subtraction. */
function deleteRebuilding({ memberId, streamId }: VoteIds) {
  return db().$transaction(async (tx) => {
    const place = await lockPlace(tx, memberId)
    if (!place.ok || !(await isStillOpen(tx, streamId))) return null
    const { roomId } = place.value
    const [vote] = await tx.$queryRaw<{ at: Date }[]>`
      DELETE FROM "Upvote" WHERE "streamId" = ${streamId}::uuid AND "memberId" = ${memberId}::uuid
      RETURNING "createdAt" AS "at"`
    if (!vote) return null
    const { votes, stream } = await tx.roomQueue.update({
      where: { streamId },
      data: { votes: { decrement: 1 } },
      select: { votes: true, stream: { select: { addedBy: true, trackId: true } } },
    })
    const lastUpdated = new Date()
    await tx.userRoomStats.updateMany({
      where: { roomId, member: { id: memberId } },
      data: { totalLikesGiven: { decrement: 1 }, lastUpdated },
    })
    await tx.userRoomStats.updateMany({
      where: { roomId, member: { id: stream.addedBy } },
      data: { totalLikesGot: { decrement: 1 }, lastUpdated },
    })
    await takeFromDays(tx, roomId, { likes: [{ by: memberId, to: stream.addedBy, at: vote.at }] })
    await rebuildTrending(tx, { roomId, trackId: stream.trackId })
    await takeFromEverywhere(tx, stream.trackId, [{ kind: 'like', at: vote.at }])
    return { roomId, votes, version: await bumpVersion(tx, roomId), isChanged: true }
  })
}

async function isStillOpen(tx: Tx, streamId: string): Promise<boolean> {
  const queued = await tx.roomQueue.findUnique({
    where: { streamId },
    select: { isPlayed: true, nowIn: { select: { id: true } } },
  })
  return queued !== null && (!queued.isPlayed || queued.nowIn !== null)
}
