import { publish } from '@/lib/bus'
import { invalidateSoon } from '@/lib/cache/invalidate'
import { trending } from '@/lib/cache/kinds/trending'
import { db, type Tx } from '@/lib/db'
import { startIfIdle } from '@/lib/playback/mutations'
import { ok, type Refusal, type Result, refuse } from '@/lib/result'
import { lockPlace } from '@/lib/rooms/place'
import { can } from '@/lib/rooms/rules'
import { checkAddable, insertStream } from './add'

/** The room's row is held for so many songs at a time, so that others get in between. */
const TOGETHER = 10

/** `stoppedBy`: why the rest was left out, as a sentence; null when all had their turn. */
export type StreamsAdded = { added: number; passedOver: number; stoppedBy: string | null }

/**
 * Adds songs one after the other by the room's rules: what waits already, cannot be played here or was on lately is
 * passed over; a full share of the queue ends it. Refuses as addStream does when the first song may not come in at all.
 */
export async function addStreams({
  memberId,
  trackIds,
}: {
  memberId: string
  trackIds: string[]
}): Promise<Result<StreamsAdded>> {
  const total: StreamsAdded = { added: 0, passedOver: 0, stoppedBy: null }
  for (let from = 0; from < trackIds.length && !total.stoppedBy; from += TOGETHER) {
    const some = trackIds.slice(from, from + TOGETHER)
    const added = await db().$transaction((tx) => addSome(tx, memberId, some))
    if (!added.ok) return total.added > 0 ? ok({ ...total, stoppedBy: added.refusal.message }) : added
    const { roomId, version, count, passedOver, stoppedBy } = added.value
    total.added += count
    total.passedOver += passedOver
    total.stoppedBy = stoppedBy?.message ?? null
    if (version === null) continue
    // Browsers fetch the room once for ten songs.
    await publish({ roomId, event: { type: 'room:outdated', version } })
    await startIfIdle(roomId)
  }
  if (total.added > 0) invalidateSoon(trending)
  return ok(total)
}

async function addSome(tx: Tx, memberId: string, trackIds: string[]) {
  const place = await lockPlace(tx, memberId)
  if (!place.ok) return place
  const { roomId, role, settings } = place.value
  if (!can(role, 'queue:add', settings)) return refuse('forbidden', 'In this room only moderators add songs.')
  let version: number | null = null
  let stoppedBy: Refusal | null = null
  let [count, passedOver] = [0, 0]
  for (const trackId of trackIds) {
    const addable = await checkAddable(tx, place.value, trackId)
    if (addable.ok) {
      version = (await insertStream(tx, place.value, trackId)).version
      count += 1
    } else if (addable.refusal.code === 'too_many_waiting') {
      stoppedBy = addable.refusal
      break
    } else passedOver += 1
  }
  return ok({ roomId, version, count, passedOver, stoppedBy })
}
