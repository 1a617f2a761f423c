import type { Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { Place } from '@/lib/rooms/place'
import { can } from '@/lib/rooms/rules'
import { takeFromDays } from '@/lib/stats/days'
import { takeFromEverywhere } from '@/lib/stats/everywhere'
import { rebuildTrending } from '@/lib/stats/rebuild'

/** Takes a waiting stream out of the queue, with every number that it and its votes gave. */
export async function takeOut(tx: Tx, { roomId, memberId, role }: Place, streamId: string): Promise<Result<void>> {
  const stream = await tx.stream.findUnique({
    where: { id: streamId, roomId },
    select: {
      addedBy: true,
      trackId: true,
      createdAt: true,
      removedAt: true,
      upvotes: { select: { createdAt: true, memberId: true } },
      queued: { select: { isPlayed: true, turn: true, order: true } },
    },
  })
  if (!stream) return refuse('not_found', 'There is no such song in this room.')
  if (stream.addedBy !== memberId && !can(role, 'queue:remove-any')) {
    return refuse('forbidden', 'Only who added a song, the host and moderators take it out.')
  }
  if (stream.removedAt || !stream.queued) return refuse('stream_removed', 'This song was taken out already.')
  if (stream.queued.isPlayed) return refuse('stream_played', 'This song has been on already.')
  await changeStats(tx, streamId, -1)
  await takeFromDays(tx, roomId, {
    adds: [{ by: stream.addedBy, at: stream.createdAt }],
    likes: stream.upvotes.map((vote) => ({ by: vote.memberId, to: stream.addedBy, at: vote.createdAt })),
  })
  const { turn: removedTurn, order: removedOrder } = stream.queued
  const removed = { removedAt: new Date(), removedBy: memberId, removedTurn, removedOrder }
  await tx.stream.update({ where: { id: streamId }, data: { ...removed, queued: { delete: true } } })
  await rebuildTrending(tx, { roomId, trackId: stream.trackId })
  const likes = stream.upvotes.map(({ createdAt: at }) => ({ kind: 'like', at }) as const)
  await takeFromEverywhere(tx, stream.trackId, [{ kind: 'add', at: stream.createdAt }, ...likes])
  return ok(undefined)
}

/**
 * Takes back what the stream and its votes gave to people, or gives it again. One row for each person, since somebody
 * may have voted for their own song.
 */
export async function changeStats(tx: Tx, streamId: string, by: 1 | -1): Promise<void> {
  await tx.$executeRaw`
    WITH vote AS (SELECT "memberId" FROM "Upvote" WHERE "streamId" = ${streamId}::uuid),
    each AS (
      SELECT "memberId", 0 AS "added", 1 AS "given", 0 AS "got" FROM vote
      UNION ALL
      SELECT "addedBy", 1, 0, (SELECT count(*) FROM vote) FROM "Stream" WHERE "id" = ${streamId}::uuid
    ),
    changed AS (
      SELECT m."roomId", m."personId", ${by}::int * sum("added") AS "added", ${by}::int * sum("given") AS "given",
        ${by}::int * sum("got") AS "got"
      FROM each JOIN "RoomMember" m ON m."id" = each."memberId" GROUP BY m."roomId", m."personId"
    )
    UPDATE "UserRoomStats" u SET
      "totalAdded" = u."totalAdded" + changed."added",
      "totalLikesGiven" = u."totalLikesGiven" + changed."given",
      "totalLikesGot" = u."totalLikesGot" + changed."got",
      "lastUpdated" = clock_timestamp()
    FROM changed WHERE u."roomId" = changed."roomId" AND u."userId" = changed."personId"`
}
