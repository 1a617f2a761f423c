import type { Tx } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { Place } from '@/lib/rooms/place'
import { can } from '@/lib/rooms/rules'
import type { QueueMode } from '@/lib/rooms/schema'
import { giveToDays } from '@/lib/stats/days'
import { rebuildEverywhere } from '@/lib/stats/everywhere'
import { rebuildTrending } from '@/lib/stats/rebuild'
import { checkLimits } from './limits'
import { changeStats } from './remove'

/**
 * Puts a stream back where takeOut found it: the same one, with its votes and every number that they gave.
 * Answers its queueId. Refuses `not_found`, `forbidden`, `already_queued`, `not_playable`, and as checkLimits does.
 */
export async function putBack(tx: Tx, place: Place, streamId: string): Promise<Result<string>> {
  const { roomId, memberId, role, settings } = place
  const stream = await tx.stream.findUnique({ where: { id: streamId, roomId }, select: removed })
  if (!stream) return refuse('not_found', 'There is no such song in this room.')
  const { trackId, addedBy, createdAt, upvotes, track } = stream
  if (!stream.removedAt) return refuse('already_queued', 'This song was not taken out.')
  if (stream.removedBy !== memberId && !can(role, 'queue:remove-any'))
    return refuse('forbidden', 'Only who took it out, the host and moderators put it back.')
  if (track.song?.status !== 'ready') return refuse('not_playable', 'This song can’t be played any more.')
  if (await tx.roomQueue.count({ where: { roomId, isPlayed: false, stream: { trackId } } }))
    return refuse('already_queued', 'Somebody has added this song again. Give it your vote.')
  // Otherwise whoever takes songs out, adds others and puts the first ones back has any number waiting.
  const within = await checkLimits(tx, { ...place, memberId: addedBy }, { id: trackId, durationMs: track.durationMs })
  if (!within.ok) return within
  const standsAt = await placeFor(tx, { roomId, mode: settings.queueMode, ...stream })
  const { id } = await tx.roomQueue.create({
    data: { roomId, streamId, addedBy, votes: upvotes.length, ...standsAt },
    select: { id: true },
  })
  const isHere = { removedAt: null, removedBy: null, removedTurn: null, removedOrder: null }
  await tx.stream.update({ where: { id: streamId }, data: isHere })
  await changeStats(tx, streamId, 1)
  const likes = upvotes.map((vote) => ({ by: vote.memberId, to: addedBy, at: vote.createdAt }))
  await giveToDays(tx, roomId, { adds: [{ by: addedBy, at: createdAt }], likes })
  await rebuildTrending(tx, { roomId, trackId })
  await rebuildEverywhere(tx, trackId)
  return ok(id)
}

const removed = {
  addedBy: true,
  trackId: true,
  createdAt: true,
  removedAt: true,
  removedBy: true,
  removedTurn: true,
  removedOrder: true,
  upvotes: { select: { createdAt: true, memberId: true } },
  track: { select: { durationMs: true, song: { select: { status: true } } } },
} as const

/** With fair turns after all of one's own: settleTurns gives it the number. */
function turnWithoutPlace(mode: QueueMode, order: number): number {
  if (mode === 'votes') return 0
  return mode === 'manual' ? order : 2 ** 31 - 1
}

type Before = { roomId: string; mode: QueueMode; removedTurn: number | null; removedOrder: number | null }

/** Where it stood; when the mode has changed since, by its age. */
async function placeFor(tx: Tx, { roomId, mode, removedTurn, removedOrder }: Before) {
  if (removedTurn !== null && removedOrder !== null) return { turn: removedTurn, order: removedOrder }
  if (removedOrder !== null && mode !== 'manual')
    return { turn: turnWithoutPlace(mode, removedOrder), order: removedOrder }
  const room = await tx.room.update({
    where: { id: roomId },
    data: { nextOrder: { increment: 1 } },
    select: { nextOrder: true },
  })
  const order = room.nextOrder - 1
  return { turn: turnWithoutPlace(mode, order), order }
}
