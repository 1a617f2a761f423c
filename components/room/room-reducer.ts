import type { Presence, RoomEvent } from '@/lib/events'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { applyEvent } from './apply-event'
import type { RoomEnd, RoomState } from './room-state'

export type RoomAction =
  | { type: 'snapshot'; snapshot: RoomSnapshot }
  /** Without the sockets' word of who is here: the database takes those who have just gone for present. */
  | { type: 'fetched'; snapshot: RoomSnapshot }
  | { type: 'event'; event: RoomEvent }
  | { type: 'presence'; presence: Presence }
  | { type: 'vote'; streamId: string; isUpvoted: boolean }
  /** The server has answered: the version that contains the vote, or null when it was refused. */
  | { type: 'vote:answered'; streamId: string; version: number | null }
  | { type: 'ended'; end: RoomEnd }

// More than this many events ahead and a refetch is cheaper than waiting for the missing one.
const MAX_EARLY = 100

export function roomReducer(state: RoomState, action: RoomAction): RoomState {
  switch (action.type) {
    case 'snapshot':
      return takeSnapshot(state, action.snapshot)
    case 'fetched': {
      const { listening, silent } = state.snapshot
      return takeSnapshot(state, { ...action.snapshot, listening, silent })
    }
    case 'event':
      return takeEvent(state, action.event)
    case 'presence':
      return { ...state, snapshot: { ...state.snapshot, ...action.presence } }
    case 'vote': {
      const vote = { isUpvoted: action.isUpvoted, version: null }
      return { ...state, pendingVotes: { ...state.pendingVotes, [action.streamId]: vote } }
    }
    case 'vote:answered':
      return answerVote(state, action.streamId, action.version)
    case 'ended':
      return { ...state, end: action.end }
  }
}

function takeSnapshot(state: RoomState, snapshot: RoomSnapshot): RoomState {
  // A slow answer must not take the room back in time.
  if (snapshot.version < state.snapshot.version) return state
  return takeWaiting(dropContainedVotes({ ...state, snapshot }))
}

/** Applies the event if it is the next one; an older one is known already, a later one waits for what is missing. */
function takeEvent(state: RoomState, event: RoomEvent): RoomState {
  const { version } = state.snapshot
  if (event.version <= version) return state
  if (event.type === 'room:outdated') return { ...state, lostVersion: event.version }
  if (event.version > version + 1) return waitForMissing(state, event)
  const next = applyEvent(state, event)
  return takeWaiting(dropContainedVotes({ ...next, snapshot: { ...next.snapshot, version: event.version } }))
}

function waitForMissing(state: RoomState, event: RoomEvent): RoomState {
  const others = state.early.filter((waiting) => waiting.version !== event.version)
  return { ...state, early: [...others, event].slice(-MAX_EARLY) }
}

/** Applies what waited for the version that has just come. */
function takeWaiting(state: RoomState): RoomState {
  const { version } = state.snapshot
  const next = state.early.find((event) => event.version === version + 1)
  const early = state.early.filter((event) => event.version > version && event !== next)
  return next ? takeEvent({ ...state, early }, next) : { ...state, early }
}

function answerVote(state: RoomState, streamId: string, version: number | null): RoomState {
  const pending = state.pendingVotes[streamId]
  if (!pending) return state
  if (version !== null) {
    const pendingVotes = { ...state.pendingVotes, [streamId]: { ...pending, version } }
    return dropContainedVotes({ ...state, pendingVotes })
  }
  const { [streamId]: _refused, ...pendingVotes } = state.pendingVotes
  return { ...state, pendingVotes }
}

/** A vote stops pending when the snapshot has reached the version that contains it. */
function dropContainedVotes(state: RoomState): RoomState {
  const votes = Object.entries(state.pendingVotes)
  const open = votes.filter(([, vote]) => vote.version === null || vote.version > state.snapshot.version)
  return open.length === votes.length ? state : { ...state, pendingVotes: Object.fromEntries(open) }
}
