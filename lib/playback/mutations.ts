import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { apply, lockStanding, moveOn, nextUp, type Outcome, tell } from './apply'
import { type Commanding, commandAtOnce } from './command-at-once'
import { mayCommand } from './rights'
import type { PlaybackCommand } from './schema'
import type { Playback } from './state'
import { advance, COLD_LEAD_MS, command, DEFAULT_LEAD_MS } from './transitions'

type ByMember = Omit<Commanding, 'leadMs' | 'wanted'> & { leadMs?: number }

/**
 * Plays, pauses, seeks or skips for everyone. A start is due `leadMs` ahead of the database's clock. Seeking past the
 * end skips. Refuses `room_not_found`, `room_closed`, `not_member`, `banned`, `forbidden`, `nothing_to_play`.
 */
export async function commandPlayback({
  roomId,
  memberId,
  leadMs = DEFAULT_LEAD_MS,
  known,
  ...wanted
}: ByMember & PlaybackCommand): Promise<Result<Playback>> {
  const done = await commandAtOnce({ roomId, memberId, leadMs, wanted, known })
  if (done) return ok(await tell(roomId, done))
  const outcome = await db().$transaction(async (tx): Promise<Result<Outcome>> => {
    const standing = await lockStanding(tx, roomId)
    if (!standing) return refuse('room_not_found', 'There is no such room.')
    const right = await mayCommand(tx, { roomId, isClosed: standing.isClosed, memberId, action: wanted.action })
    if (!right.ok) return right
    if (standing.queueId === null && (wanted.action === 'seek' || wanted.action === 'skip')) return NOTHING_PLAYS
    const transition = command(standing, wanted, { now: standing.now, leadMs })
    const isStart = standing.queueId === null && transition.kind === 'next'
    if (isStart && !(await nextUp(tx, roomId))) return NOTHING_WAITS
    return ok(await apply(tx, standing, transition))
  })
  return outcome.ok ? ok(await tell(roomId, outcome.value)) : outcome
}

/**
 * Starts the next song if that one is still current and at its end. True for the one process of many that did it.
 * With nothing in the queue the room waits, playing, for the next song that is added.
 */
export async function advanceQueue({ roomId, queueId }: { roomId: string; queueId: string }): Promise<boolean> {
  return moveOn(roomId, (standing) =>
    standing.queueId === queueId ? advance(standing, { now: standing.now, leadMs: DEFAULT_LEAD_MS }) : { kind: 'stay' },
  )
}

/**
 * Starts what is next where the music has run out. For whoever has just added a song, after the commit, and for
 * whoever finds that they did not get that far.
 */
export async function startIfIdle(roomId: string): Promise<boolean> {
  const isIdle = { isPlaying: true, currentQueueId: null }
  const room = await db().room.findFirst({ where: { id: roomId, ...isIdle }, select: { id: true } })
  if (!room || !(await nextUp(db(), roomId))) return false
  return moveOn(roomId, ({ queueId, isPlaying, now }) =>
    queueId === null && isPlaying ? { kind: 'next', isPlaying, at: now + COLD_LEAD_MS } : { kind: 'stay' },
  )
}

/** Goes on to the next song wherever this track is on: for one that was taken down. */
export async function skipTrack(trackId: string): Promise<void> {
  const rooms = await db().room.findMany({
    where: { closedAt: null, nowPlaying: { stream: { trackId } } },
    select: { id: true, currentQueueId: true },
    orderBy: { id: 'asc' },
  })
  for (const { id, currentQueueId } of rooms)
    await moveOn(id, ({ queueId, isPlaying, now }) =>
      queueId === currentQueueId ? { kind: 'next', isPlaying, at: now + COLD_LEAD_MS } : { kind: 'stay' },
    )
}

const NOTHING_PLAYS = refuse('nothing_to_play', 'Nothing is on. Press play to start the queue.')
const NOTHING_WAITS = refuse('nothing_to_play', 'The queue is empty. Add a song, then press play.')
