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
      queued: { select: { isPlayed: true } },
    },
  })
  if (!stream) return refuse('not_found', 'There is no such song in this room.')
  if (stream.addedBy !== memberId && !can(role, 'queue:remove-any')) {
    return refuse('forbidden', 'Only who added a song, the host and moderators take it out.')
  }
  if (stream.removedAt || !stream.queued) return refuse('stream_removed', 'This song was taken out already.')
  if (stream.queued.isPlayed) return refuse('stream_played', 'This song has been on already.')
  await takeBackStats(tx, streamId)
  await takeFromDays(tx, roomId, {
    adds: [{ by: stream.addedBy, at: stream.createdAt }],
    likes: stream.upvotes.map((vote) => ({ by: vote.memberId, to: stream.addedBy, at: vote.createdAt })),
  })
  await tx.stream.update({ where: { id: streamId }, data: { removedAt: new Date(), queued: { delete: true } } })
  await rebuildTrending(tx, { roomId, trackId: stream.trackId })
  const likes = stream.upvotes.map(({ createdAt: at }) => ({ kind: 'like', at }) as const)
  await takeFromEverywhere(tx, stream.trackId, [{ kind: 'add', at: stream.createdAt }, ...likes])
  return ok(undefined)
}

// One row for each person, since somebody may have voted for their own song.
async function takeBackStats(tx: Tx, streamId: string) {
  await tx.$executeRaw`
    WITH vote AS (SELECT "memberId" FROM "Upvote" WHERE "streamId" = ${streamId}::uuid),
    each AS (
      SELECT "memberId", 0 AS "added", 1 AS "given", 0 AS "got" FROM vote
      UNION ALL
      SELECT "addedBy", 1, 0, (SELECT count(*) FROM vote) FROM "Stream" WHERE "id" = ${streamId}::uuid
    ),
    taken AS (
      SELECT m."roomId", m."personId", sum("added") AS "added", sum("given") AS "given", sum("got") AS "got"
      FROM each JOIN "RoomMember" m ON m."id" = each."memberId" GROUP BY m."roomId", m."personId"
    )
    UPDATE "UserRoomStats" u SET
      "totalAdded" = u."totalAdded" - taken."added",
      "totalLikesGiven" = u."totalLikesGiven" - taken."given",
      "totalLikesGot" = u."totalLikesGot" - taken."got",
      "lastUpdated" = clock_timestamp()
    FROM taken WHERE u."roomId" = taken."roomId" AND u."userId" = taken."personId"`
}
