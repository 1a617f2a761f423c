import type { RoomEvent } from '@/lib/events'
import type { QueueItem } from '@/lib/queue/schema'
import type { RoomSnapshot } from '@/lib/rooms/schema'

/** Why there is nothing to come back to, as the page says it. */
export type RoomEnd = 'closed' | 'left' | 'kicked' | 'outside' | 'banned' | 'session'

/** A vote that the screen shows before the server has told everyone. */
export type PendingVote = {
  isUpvoted: boolean
  /** Room.version that contains it, once the server has answered. */
  version: number | null
}

export type RoomState = {
  snapshot: RoomSnapshot
  /** Events that came before one that is still missing. */
  early: RoomEvent[]
  /** The server said that events up to this version did not travel. */
  lostVersion: number
  pendingVotes: Record<string, PendingVote>
  end: RoomEnd | null
  /** What whoever closed it for the host said. */
  endReason: string | null
}

export const initialRoomState = (snapshot: RoomSnapshot): RoomState => ({
  snapshot,
  early: [],
  lostVersion: 0,
  pendingVotes: {},
  end: null,
  endReason: null,
})

/** Something was missed, and only the snapshot brings it. */
export const isOutdated = ({ lostVersion, snapshot, early }: RoomState) =>
  lostVersion > snapshot.version || early.length > 0

/** The item as I see it: with the vote that is still on its way. */
export function withPendingVote(state: RoomState, item: QueueItem): QueueItem {
  const pending = state.pendingVotes[item.streamId]
  if (!pending || pending.isUpvoted === item.votedByMe) return item
  return { ...item, votedByMe: pending.isUpvoted, votes: Math.max(0, item.votes + (pending.isUpvoted ? 1 : -1)) }
}
