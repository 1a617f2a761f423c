import { publish } from '@/lib/bus'
import { db } from '@/lib/db'

/**
 * For a room whose browsers were told of a version that the database has lost: it goes on from one that nobody has heard
 * of, and they ask anew. Does nothing when somebody else has seen to it.
 */
export async function goOnFrom(roomId: string, lostVersion: number): Promise<void> {
  const version = lostVersion + 1
  const { count } = await db().room.updateMany({
    where: { id: roomId, version: { lte: lostVersion } },
    data: { version },
  })
  if (count > 0) await publish({ roomId, event: { type: 'room:outdated', version } })
}
