import type { Tx } from '@/lib/db'
import { bumpVersion } from '@/lib/rooms/place'

/** Gives the named streams the places that they hold together, in the new order. The caller holds the room's lock. */
export async function reorder(tx: Tx, roomId: string, wanted: string[]) {
  const waiting = await tx.roomQueue.findMany({
    where: { roomId, isPlayed: false },
    select: { streamId: true, order: true },
    orderBy: { order: 'asc' },
  })
  const named = new Set(wanted)
  const places = waiting.filter(({ streamId }) => named.has(streamId)).map(({ order }) => order)
  const before = new Map(waiting.map(({ streamId, order }) => [streamId, order]))
  const after = new Map(before)
  for (const [index, streamId] of wanted.filter((id) => before.has(id)).entries()) {
    after.set(streamId, places[index] ?? 0)
  }
  const moved = [...after].filter(([streamId, order]) => before.get(streamId) !== order)
  const streamIds = [...after].sort(([, a], [, b]) => a - b).map(([streamId]) => streamId)
  if (moved.length === 0) {
    const { version } = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { version: true } })
    return { streamIds, version, isChanged: false }
  }
  await tx.$executeRaw`
    UPDATE "RoomQueue" q SET "order" = moved."order"
    FROM unnest(${moved.map(([id]) => id)}::uuid[], ${moved.map(([, order]) => order)}::int[]) AS moved("streamId", "order")
    WHERE q."streamId" = moved."streamId"`
  return { streamIds, version: await bumpVersion(tx, roomId), isChanged: true }
}
