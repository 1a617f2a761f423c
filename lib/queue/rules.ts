import type { QueueMode } from '@/lib/rooms/schema'
import type { QueueItem } from './schema'

export type Placed = Pick<QueueItem, 'turn' | 'votes' | 'order'>

/** Up next, in each mode: by turn; within a turn the most votes first, then the one that has waited longest. */
export function compareQueueItems(a: Placed, b: Placed): number {
  return a.turn - b.turn || b.votes - a.votes || a.order - b.order
}

/** What plays next of what waits: a song that was taken down is passed over. */
export function nextOf<T extends Pick<QueueItem, 'track'>>(queue: T[]): T | null {
  return queue.find(({ track }) => track.audio) ?? null
}

export type Waiting = Placed & { streamId: string; memberId: string }

/** The turn that is on, and who has had a song in it. */
export type Round = { turn: number; had: string[] }

/**
 * The turn of each song that waits, for a mode that begins.
 * By votes all share turn 0. By hand each has one of its own, which keeps the order that people see.
 */
export function turnsOf(mode: QueueMode, waiting: Waiting[], round: Round): Map<string, number> {
  if (mode === 'fair') return fairTurns(waiting, round)
  if (mode === 'votes') return new Map(waiting.map(({ streamId }) => [streamId, 0]))
  const places = waiting.map(({ order }) => order).sort((a, b) => a - b)
  const inOrder = [...waiting].sort(compareQueueItems)
  return new Map(inOrder.map(({ streamId }, index) => [streamId, places[index] ?? 0]))
}

/** Each person has one song a turn, beginning with the turn that is on; their own songs in the order they added them. */
export function fairTurns(waiting: Waiting[], { turn, had }: Round): Map<string, number> {
  const upcoming = new Map<string, number>()
  const turns = new Map<string, number>()
  for (const { streamId, memberId } of [...waiting].sort((a, b) => a.turn - b.turn || a.order - b.order)) {
    const mine = upcoming.get(memberId) ?? (had.includes(memberId) ? turn + 1 : turn)
    turns.set(streamId, mine)
    upcoming.set(memberId, mine + 1)
  }
  return turns
}
