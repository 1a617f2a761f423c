import type { Result } from '@/lib/result'
import type { AddStreamInput, StreamAdded, VoteState } from './schema'

type ByMember = { memberId: string }

/** Refuses `not_member`, `room_closed`, `forbidden`, `not_found`, `not_playable`, `already_queued`. */
export async function addStream(_input: ByMember & AddStreamInput): Promise<Result<StreamAdded>> {
  throw new Error('not yet')
}

/** For who added it and for moderators. Refuses `not_found`, `forbidden`, `stream_played`, `stream_removed`. */
export async function removeStream(_input: ByMember & { streamId: string }): Promise<Result<{ version: number }>> {
  throw new Error('not yet')
}

/** Idempotent. Refuses `not_found`, `not_member`, `room_closed`, `stream_played`, `stream_removed`. */
export async function upvoteStream(_input: ByMember & { streamId: string }): Promise<Result<VoteState>> {
  throw new Error('not yet')
}

/** Idempotent. Refuses as upvoteStream does. */
export async function removeUpvote(_input: ByMember & { streamId: string }): Promise<Result<VoteState>> {
  throw new Error('not yet')
}

/** Among equal votes this order decides. Streams that no longer wait are passed over. Refuses `forbidden`. */
export async function reorderQueue(
  _input: ByMember & { streamIds: string[] },
): Promise<Result<{ streamIds: string[]; version: number }>> {
  throw new Error('not yet')
}
