import type { RoomEvent } from '@/lib/events'
import type { QueueItem, QueuePlace } from '@/lib/queue/schema'
import type { MemberView, RoomSnapshot } from '@/lib/rooms/schema'
import type { RoomState } from './room-state'

type EventOf<Type extends RoomEvent['type']> = Extract<RoomEvent, { type: Type }>

/** The room after an event whose turn it is. */
export function applyEvent(state: RoomState, event: RoomEvent): RoomState {
  if (event.type === 'room:closed') return { ...state, end: 'closed', endReason: event.reason ?? null }
  if (event.type === 'member:left' && event.memberId === state.snapshot.me.memberId)
    return { ...state, end: event.reason }
  return { ...state, snapshot: change(state.snapshot, event) }
}

function change(room: RoomSnapshot, event: RoomEvent): RoomSnapshot {
  switch (event.type) {
    case 'playback:changed':
      return changePlayback(room, event)
    case 'skip:voted':
      return event.queueId === room.playback.queueId ? { ...room, skipVotes: votesAfter(room, event) } : room
    case 'queue:added':
      return { ...room, queue: [...without(room.queue, event.item.streamId), event.item] }
    case 'queue:voted':
      return changeVotes(room, event)
    case 'queue:removed':
      return { ...room, queue: placed(without(room.queue, event.streamId), event.places) }
    case 'queue:restored':
      return { ...room, queue: placed([...without(room.queue, event.item.streamId), event.item], event.places) }
    case 'queue:reordered':
      return { ...room, queue: placed(room.queue, event.places) }
    case 'member:joined':
    case 'member:changed':
      return changeMember(room, event.member)
    case 'member:left':
      return {
        ...room,
        members: room.members.filter((member) => member.memberId !== event.memberId),
        skipVotes: room.skipVotes.filter((memberId) => memberId !== event.memberId),
      }
    case 'room:changed':
      return { ...room, room: event.room, queue: placed(room.queue, event.places) }
    default:
      return room
  }
}

export function votesAfter({ skipVotes }: RoomSnapshot, { memberId, isWanted }: EventOf<'skip:voted'>): string[] {
  const others = skipVotes.filter((voter) => voter !== memberId)
  return isWanted ? [...others, memberId] : others
}

const without = (queue: QueueItem[], streamId: string) => queue.filter((item) => item.streamId !== streamId)

function changePlayback(room: RoomSnapshot, event: EventOf<'playback:changed'>): RoomSnapshot {
  const { playback, nowPlaying } = event
  if (nowPlaying === undefined) return { ...room, playback }
  // A song that plays again by itself is the same item, at its beginning anew.
  const isSameTurn = playback.queueId === room.playback.queueId && nowPlaying?.playedAt === room.nowPlaying?.playedAt
  const skipVotes = isSameTurn ? room.skipVotes : []
  if (!nowPlaying) return { ...room, playback, nowPlaying: null, skipVotes }
  // Events are the same for everyone, so whether I voted has to come from what I have.
  const known = [room.nowPlaying, ...room.queue].find((item) => item?.streamId === nowPlaying.streamId)
  return {
    ...room,
    playback,
    skipVotes,
    nowPlaying: { ...nowPlaying, votedByMe: known?.votedByMe ?? false },
    queue: without(room.queue, nowPlaying.streamId),
  }
}

function changeVotes(room: RoomSnapshot, event: EventOf<'queue:voted'>): RoomSnapshot {
  const isMine = event.memberId === room.me.memberId
  const vote = (item: QueueItem): QueueItem =>
    item.streamId === event.streamId
      ? { ...item, votes: event.votes, votedByMe: isMine ? event.isUpvoted : item.votedByMe }
      : item
  return { ...room, nowPlaying: room.nowPlaying && vote(room.nowPlaying), queue: room.queue.map(vote) }
}

/** The queue with those that moved at their new places. */
function placed(queue: QueueItem[], places: QueuePlace[] = []): QueueItem[] {
  if (places.length === 0) return queue
  const moved = new Map(places.map((place) => [place.streamId, place]))
  return queue.map((item) => ({ ...item, ...moved.get(item.streamId) }))
}

function changeMember(room: RoomSnapshot, member: MemberView): RoomSnapshot {
  const isKnown = room.members.some((known) => known.memberId === member.memberId)
  const members = isKnown
    ? room.members.map((known) => (known.memberId === member.memberId ? member : known))
    : [...room.members, member]
  if (member.memberId !== room.me.memberId) return { ...room, members }
  const { displayName, role, isGuest } = member
  return { ...room, members, me: { ...room.me, displayName, role, isGuest } }
}
