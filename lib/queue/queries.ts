import { db, type Tx } from '@/lib/db'
import type { Result } from '@/lib/result'
import type { HistoryInput, QueueItem, QueuePage } from './schema'

type Reader = Tx | ReturnType<typeof db>
type ForMember = { roomId: string; memberId: string }

/** One item as events carry it: votedByMe is false. */
export async function queueItem(_queueId: string, _reader: Reader = db()): Promise<QueueItem | null> {
  throw new Error('not yet')
}

/** What waits, in order: one read of the index (roomId, isPlayed, votes desc, order). */
export async function upNext(_input: ForMember, _reader: Reader = db()): Promise<QueueItem[]> {
  throw new Error('not yet')
}

/** What has played, the newest first; without what is on now. */
export async function history(_input: ForMember & HistoryInput): Promise<Result<QueuePage>> {
  throw new Error('not yet')
}
