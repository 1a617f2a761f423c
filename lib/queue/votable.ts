import { db } from '@/lib/db'
import { type Result, refuse } from '@/lib/result'
import { NOT_MEMBER, whyNotThere } from '@/lib/rooms/place'
import type { VoteIds } from './upvote-sql'

/** The refusal for a vote that touched no row. */
export async function whyNotVotable({ memberId, streamId }: VoteIds): Promise<Result<never>> {
  const stream = await db().stream.findUnique({
    where: { id: streamId },
    select: {
      removedAt: true,
      room: {
        select: { closedAt: true, members: { where: { id: memberId }, select: { leftAt: true, bannedAt: true } } },
      },
    },
  })
  if (!stream) return refuse('not_found', 'There is no such song in this room.')
  const [member] = stream.room.members
  if (!member) return NOT_MEMBER
  const { leftAt, bannedAt } = member
  const standing = { isClosed: stream.room.closedAt !== null, isBanned: bannedAt !== null, hasLeft: leftAt !== null }
  const refusal = whyNotThere(standing)
  if (refusal) return refusal
  if (stream.removedAt) return refuse('stream_removed', 'This song was taken out of the queue.')
  return refuse('stream_played', 'This song has been on already. Add it again to vote for it.')
}
