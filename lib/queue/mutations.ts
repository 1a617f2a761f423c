import { publish } from '@/lib/bus'
import { invalidateSoon } from '@/lib/cache/invalidate'
import { trending } from '@/lib/cache/kinds/trending'
import { db, type Tx } from '@/lib/db'
import { startIfIdle } from '@/lib/playback/mutations'
import { ok, type Result, refuse } from '@/lib/result'
import { bumpVersion, lockPlace, type Place } from '@/lib/rooms/place'
import { can } from '@/lib/rooms/rules'
import { checkAddable, insertStream } from './add'
import { trackIdOf } from './named-track'
import { queueItem } from './queries'
import { takeOut } from './remove'
import { deleteUpvote } from './remove-upvote'
import { reorder } from './reorder'
import { putBack } from './restore'
import type { AddStreamInput, StreamAdded, VoteState } from './schema'
import { type Moved, settleTurns } from './turns'
import type { VoteIds } from './upvote-sql'
import { insertUpvote } from './upvotes'
import { whyNotVotable } from './votable'

type ByMember = { memberId: string }

/** Refuses `not_member`, `banned`, `room_closed`, `forbidden`, `not_found`, `not_playable`, `already_queued`, `provider_away`, and the room's limits. */
export async function addStream({ memberId, ...input }: ByMember & AddStreamInput): Promise<Result<StreamAdded>> {
  // A link may make a track, which nobody does who may not add it.
  const place = 'url' in input ? await db().$transaction((tx) => lockPlaceToAdd(tx, memberId)) : null
  if (place && !place.ok) return place
  const trackId = await trackIdOf(input)
  if (!trackId.ok) return trackId
  const added = await db().$transaction((tx) => add(tx, { memberId, trackId: trackId.value }))
  if (!added.ok) return added
  const { roomId, version, streamId, queueId, item } = added.value
  if (item) await publish({ roomId, event: { type: 'queue:added', version, item } })
  invalidateSoon(trending)
  await startIfIdle(roomId)
  return ok({ streamId, queueId, version })
}

async function add(tx: Tx, { memberId, trackId }: ByMember & { trackId: string }) {
  const place = await lockPlaceToAdd(tx, memberId)
  if (!place.ok) return place
  const { roomId } = place.value
  const addable = await checkAddable(tx, place.value, trackId)
  if (!addable.ok) return addable
  const added = await insertStream(tx, place.value, trackId)
  return ok({ ...added, roomId, item: await queueItem(added.queueId, tx) })
}

async function lockPlaceToAdd(tx: Tx, memberId: string): Promise<Result<Place>> {
  const place = await lockPlace(tx, memberId)
  if (!place.ok) return place
  const { role, settings } = place.value
  return can(role, 'queue:add', settings) ? place : refuse('forbidden', 'In this room only moderators add songs.')
}

type Removed = { roomId: string; version: number; places: Moved }

/** For who added it and for moderators. Refuses `not_found`, `forbidden`, `stream_played`, `stream_removed`. */
export async function removeStream(input: ByMember & { streamId: string }): Promise<Result<{ version: number }>> {
  const removed = await db().$transaction(async (tx): Promise<Result<Removed>> => {
    const place = await lockPlace(tx, input.memberId)
    if (!place.ok) return place
    const taken = await takeOut(tx, place.value, input.streamId)
    if (!taken.ok) return taken
    const { roomId, settings } = place.value
    const places = await settleTurns(tx, roomId, settings.queueMode)
    return ok({ roomId, places, version: await bumpVersion(tx, roomId) })
  })
  if (!removed.ok) return removed
  const { roomId, version, places } = removed.value
  await publish({ roomId, event: { type: 'queue:removed', version, places, ...input } })
  invalidateSoon(trending)
  return ok({ version })
}

/** Undoes removeStream, for who did it and for moderators. Refuses as putBack and lockPlace do. */
export async function restoreStream({
  memberId,
  streamId,
}: ByMember & { streamId: string }): Promise<Result<StreamAdded>> {
  const restored = await db().$transaction(async (tx) => {
    const place = await lockPlace(tx, memberId)
    if (!place.ok) return place
    const queueId = await putBack(tx, place.value, streamId)
    if (!queueId.ok) return queueId
    const { roomId, settings } = place.value
    const places = await settleTurns(tx, roomId, settings.queueMode)
    const version = await bumpVersion(tx, roomId)
    return ok({ roomId, places, version, queueId: queueId.value, item: await queueItem(queueId.value, tx) })
  })
  if (!restored.ok) return restored
  const { roomId, version, queueId, places, item } = restored.value
  if (item) await publish({ roomId, event: { type: 'queue:restored', version, item, memberId, places } })
  invalidateSoon(trending)
  await startIfIdle(roomId)
  return ok({ streamId, queueId, version })
}

/** Idempotent. Refuses `not_found`, `not_member`, `banned`, `room_closed`, `stream_played`, `stream_removed`. */
export async function upvoteStream(ids: VoteIds): Promise<Result<VoteState>> {
  const vote = await insertUpvote(ids)
  if (!vote) return whyNotVotable(ids)
  tellOfVote(ids, vote, true)
  return ok({ votes: vote.votes, votedByMe: true, version: vote.version })
}

/** Idempotent. Refuses as upvoteStream does. */
export async function removeUpvote(ids: VoteIds): Promise<Result<VoteState>> {
  const vote = await deleteUpvote(ids)
  if (!vote) return whyNotVotable(ids)
  tellOfVote(ids, vote, false)
  return ok({ votes: vote.votes, votedByMe: false, version: vote.version })
}

type Vote = { roomId: string; version: number; votes: number; isChanged: boolean }

// Whoever votes need not wait until the others have been told: that would be a third of the time that a vote takes.
function tellOfVote(ids: VoteIds, { roomId, version, votes, isChanged }: Vote, isUpvoted: boolean) {
  if (!isChanged) return
  void publish({ roomId, event: { type: 'queue:voted', version, votes, isUpvoted, ...ids } })
  invalidateSoon(trending)
}

/**
 * By hand this is the order; in the other modes it decides among equal votes. Streams that no longer wait are passed
 * over. Answers and publishes all that wait, in this order. Refuses `forbidden`.
 */
export async function reorderQueue({
  memberId,
  streamIds,
}: ByMember & { streamIds: string[] }): Promise<Result<{ streamIds: string[]; version: number }>> {
  const reordered = await db().$transaction(async (tx) => {
    const place = await lockPlace(tx, memberId)
    if (!place.ok) return place
    const { roomId, role } = place.value
    if (!can(role, 'queue:reorder')) return refuse('forbidden', 'Only the host and moderators change the order.')
    return ok({ roomId, ...(await reorder(tx, place.value, streamIds)) })
  })
  if (!reordered.ok) return reordered
  const { roomId, places, ...value } = reordered.value
  if (places.length > 0) await publish({ roomId, event: { type: 'queue:reordered', places, ...value } })
  return ok(value)
}
