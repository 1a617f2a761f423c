import type { Tx } from '@/lib/db'

/** Counts a play that was heard for long enough. Call it inside the transaction that holds the lock on the room's row. */
export async function recordPlay(_tx: Tx, _input: { streamId: string; at: Date }): Promise<void> {
  throw new Error('not yet')
}
