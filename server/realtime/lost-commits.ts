import type { Standing } from '@/lib/playback/transitions'
import { goOnFrom } from '@/lib/rooms/go-on-from'
import type { Relay } from './relay'
import type { Timers } from './timers'

type Kept = { id: string; version: number; currentQueueId: string | null; positionAt: Date }
type Told = { version: number; playback: Standing | undefined }

/** What the browsers here have been told of these rooms. Asked for before the database is: it can only be ahead then. */
export function toldOf({ relay, timers }: { relay: Relay; timers: Timers }, roomIds: string[]): Map<string, Told> {
  return new Map(
    roomIds.flatMap((roomId) => {
      const version = relay.relayedVersion(roomId)
      return version === null ? [] : [[roomId, { version, playback: timers.standing(roomId) }]]
    }),
  )
}

/**
 * A database that crashed may have lost the last commands (they do not wait for the disk), and given their versions to
 * other changes since. Such rooms go on from a version that nobody has heard of.
 */
export async function goOnFromLost(told: Map<string, Told>, rooms: Kept[]): Promise<void> {
  for (const room of rooms) {
    const known = told.get(room.id)
    if (known && isLost(known, room)) await goOnFrom(room.id, known.version)
  }
}

function isLost({ version, playback }: Told, room: Kept): boolean {
  if (room.version !== version) return room.version < version
  return (
    playback !== undefined && (playback.queueId !== room.currentQueueId || playback.at !== room.positionAt.getTime())
  )
}
