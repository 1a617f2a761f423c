import type { QueueItem } from './schema'

type Placed = Pick<QueueItem, 'votes' | 'order'>

/** Up next: the most votes first, then the one that has waited longest. */
export function compareQueueItems(a: Placed, b: Placed): number {
  return b.votes - a.votes || a.order - b.order
}
