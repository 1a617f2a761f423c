import type { Tx } from '@/lib/db'
import { bumpVersion, type Place } from '@/lib/rooms/place'
import type { QueuePlace } from './schema'
import { waitingIn, writePlaces } from './turns'

/**
 * Gives the named streams the places that they hold together, in the new order: by hand their turns, else what decides
 * among equal votes. The caller holds the room's lock.
 */
export async function reorder(tx: Tx, { roomId, settings }: Place, wanted: string[]) {
  const place = settings.queueMode === 'manual' ? 'turn' : 'order'
  const waiting = (await waitingIn(tx, roomId)).sort((a, b) => a[place] - b[place])
  const named = new Set(wanted)
  const places = waiting.filter(({ streamId }) => named.has(streamId)).map((item) => item[place])
  const known = new Map(waiting.map((item) => [item.streamId, item]))
  const moved: QueuePlace[] = []
  for (const [index, streamId] of wanted.filter((id) => known.has(id)).entries()) {
    const item = known.get(streamId)
    const after = places[index]
    if (!item || after === undefined || item[place] === after) continue
    item[place] = after
    moved.push({ streamId, turn: item.turn, order: item.order })
  }
  const streamIds = waiting.sort((a, b) => a[place] - b[place]).map(({ streamId }) => streamId)
  if (moved.length === 0) {
    const { version } = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { version: true } })
    return { streamIds, places: moved, version }
  }
  await writePlaces(tx, moved)
  return { streamIds, places: moved, version: await bumpVersion(tx, roomId) }
}
