import { publish } from '@/lib/bus'
import { invalidateSoon } from '@/lib/cache/invalidate'
import { trending } from '@/lib/cache/kinds/trending'
import { db, type Tx } from '@/lib/db'
import type { RoomEvent } from '@/lib/events'
import { queueItem } from '@/lib/queue/queries'
import { ok, type Result, refuse } from '@/lib/result'
import { playbackOf, playbackSelect, type RoomStanding, standings } from './queries'
import { mayCommand } from './rights'
import type { PlaybackCommand } from './schema'
import type { Playback } from './state'
import { advance, COLD_LEAD_MS, command, DEFAULT_LEAD_MS, type Transition } from './transitions'

type ByMember = { roomId: string; memberId: string; leadMs?: number }
type Changed = Extract<RoomEvent, { type: 'playback:changed' }>
type Outcome = { playback: Playback; event: Changed | null }

/**
 * Plays, pauses, seeks or skips for everyone. A start is due `leadMs` ahead of the database's clock. Seeking past the
 * end skips. Refuses `room_not_found`, `room_closed`, `not_member`, `banned`, `forbidden`, `nothing_to_play`.
 */
export async function commandPlayback({
  roomId,
  memberId,
  leadMs = DEFAULT_LEAD_MS,
  ...wanted
}: ByMember & PlaybackCommand): Promise<Result<Playback>> {
  const outcome = await db().$transaction(async (tx): Promise<Result<Outcome>> => {
    const standing = await lockStanding(tx, roomId)
    if (!standing) return refuse('room_not_found', 'There is no such room.')
    const right = await mayCommand(tx, { roomId, isClosed: standing.isClosed, memberId, action: wanted.action })
    if (!right.ok) return right
    if (standing.queueId === null && (wanted.action === 'seek' || wanted.action === 'skip')) return NOTHING_PLAYS
    const transition = command(standing, wanted, { now: standing.now, leadMs })
    const isStart = standing.queueId === null && transition.kind === 'next'
    if (isStart && !(await topOfQueue(tx, roomId))) return NOTHING_WAITS
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
 * Starts the top of the queue where the music has run out. For whoever has just added a song, after the commit, and for
 * whoever finds that they did not get that far.
 */
export async function startIfIdle(roomId: string): Promise<boolean> {
  const isIdle = { isPlaying: true, currentQueueId: null, queue: { some: mayStart } }
  if (!(await db().room.findFirst({ where: { id: roomId, ...isIdle }, select: { id: true } }))) return false
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

async function moveOn(roomId: string, decide: (standing: RoomStanding) => Transition): Promise<boolean> {
  const outcome = await db().$transaction(async (tx) => {
    const standing = await lockStanding(tx, roomId)
    return standing && !standing.isClosed ? apply(tx, standing, decide(standing)) : null
  })
  if (!outcome?.event) return false
  await tell(roomId, outcome)
  return true
}

/** Locks the room's row before anything is read, so that the one who waited sees what the other one did. */
async function lockStanding(tx: Tx, roomId: string): Promise<RoomStanding | undefined> {
  await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${roomId}::uuid FOR NO KEY UPDATE`
  const [standing] = await standings([roomId], tx)
  return standing
}

async function apply(tx: Tx, standing: RoomStanding, transition: Transition): Promise<Outcome> {
  if (transition.kind === 'stay') return { playback: standing, event: null }
  const { roomId } = standing
  const isNext = transition.kind === 'next'
  const next = isNext ? await startNext(tx, standing, transition.at) : null
  const queueId = isNext ? (next?.id ?? null) : standing.queueId
  const room = await tx.room.update({
    where: { id: roomId },
    data: {
      currentQueueId: queueId,
      ...(next ? { turn: next.turn } : {}),
      isPlaying: transition.isPlaying,
      position: isNext ? 0 : transition.positionMs,
      positionAt: new Date(transition.at),
      version: { increment: 1 },
    },
    select: playbackSelect,
  })
  const playback = playbackOf(room)
  const nowPlaying = queueId === null ? null : await queueItem(queueId, tx)
  return { playback, event: { type: 'playback:changed', version: playback.version, playback, nowPlaying } }
}

async function startNext(tx: Tx, standing: RoomStanding, at: number) {
  const next = await topOfQueue(tx, standing.roomId)
  if (!next) return null
  await tx.roomQueue.update({ where: { id: next.id }, data: { isPlayed: true, playedAt: new Date(at) } })
  return next
}

/** Songs that were taken down wait on. */
const mayStart = { isPlayed: false, NOT: { stream: { track: { song: { status: 'blocked' } } } } } as const

/** The first of what people see as up next. */
function topOfQueue(tx: Tx, roomId: string) {
  return tx.roomQueue.findFirst({
    where: { roomId, ...mayStart },
    orderBy: [{ turn: 'asc' }, { votes: 'desc' }, { order: 'asc' }],
    select: { id: true, turn: true },
  })
}

async function tell(roomId: string, { playback, event }: Outcome): Promise<Playback> {
  if (event) await publish({ roomId, event })
  // The song before may have been heard.
  if (event) invalidateSoon(trending)
  const { version, queueId, isPlaying, positionMs, at } = playback
  return { version, queueId, isPlaying, positionMs, at }
}

const NOTHING_PLAYS = refuse('nothing_to_play', 'Nothing is on. Press play to start the queue.')
const NOTHING_WAITS = refuse('nothing_to_play', 'The queue is empty. Add a song, then press play.')
